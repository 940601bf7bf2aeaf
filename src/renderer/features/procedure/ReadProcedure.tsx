import { frenchSpaces } from '../../../shared/i18n/typography.ts';
import { type Procedure, type Step, textIn } from '../../../shared/procedure/model.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { Dialog } from '../../ui/index.ts';
import { kindOf } from '../desk/index.ts';
import styles from './ReadProcedure.module.css';
import { whoWords } from './who-words.ts';

/** A procedure to be read, without a ticket that follows it: all its steps, those of each answer too. */
export function ReadProcedure({
  procedure,
  onClose,
}: {
  readonly procedure: Procedure;
  readonly onClose: () => void;
}) {
  const { t, locale } = useLanguage();
  const kinds = procedure.kinds.map((kind) => kindOf(t, kind)).join(', ');
  return (
    <Dialog wide title={textIn(procedure.title, locale)} closeLabel={t('common.close')} onClose={onClose}>
      <div className={styles.body}>
        <p className="quiet">{t('procedure.read', { kinds, version: procedure.version })}</p>
        <Steps steps={procedure.steps} />
      </div>
    </Dialog>
  );
}

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const { t, locale } = useLanguage();
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.id}>
          <span className={styles.text}>{frenchSpaces(textIn(step.text, locale))}</span>
          <Facts step={step} />
          {step.hint !== undefined && <p className="quiet">{frenchSpaces(textIn(step.hint, locale))}</p>}
          {step.ask !== undefined && (
            <dl className={styles.answers}>
              {step.ask.answers.map((answer) => (
                <div key={answer.id}>
                  <dt>{t('procedure.ifAnswer', { answer: textIn(answer.label, locale) })}</dt>
                  <dd>
                    {answer.steps === undefined ? t('procedure.nothingMore') : <Steps steps={answer.steps} />}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}

function Facts({ step: { who, within, mandatory } }: { readonly step: Step }) {
  const { t } = useLanguage();
  const facts = [
    whoWords(t, who),
    mandatory === true ? t('procedure.mandatory') : undefined,
    within && t(`procedure.within.${within.from}`, { minutes: within.minutes }),
  ].filter((fact) => fact !== undefined);
  return facts.length === 0 ? null : <span className="quiet"> · {facts.join(' · ')}</span>;
}
