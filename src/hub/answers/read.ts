import { join } from 'node:path';
import { loadConfig } from '../../node/config/load.ts';
import { AnswerTemplates } from '../../shared/answer/templates.ts';

/**
 * The words for who reported: the city's own file, or those that come with the hub.
 * @throws ConfigError with place and fault
 */
export const readAnswers = (file: string | undefined, locale: 'fr' | 'en'): AnswerTemplates =>
  loadConfig(file ?? join(import.meta.dirname, `../../../resources/answers/${locale}.yaml`), AnswerTemplates);
