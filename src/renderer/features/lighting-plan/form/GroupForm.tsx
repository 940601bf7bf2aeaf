import { ArrowUp } from 'lucide-react';
import { useMemo } from 'react';
import type { GroupEffect, Standing } from '../../../../shared/lighting/effect.ts';
import { CalendarId, type LightingPlan } from '../../../../shared/lighting/model.ts';
import { nameIn } from '../../../../shared/lighting/night.ts';
import { useLanguage } from '../../../lib/i18n/index.tsx';
import { Button, Icon, Select } from '../../../ui/index.ts';
import { Members } from '../members/Members.tsx';
import { onceAsked } from '../members/use-members.ts';
import { WhereForm } from '../where/WhereForm.tsx';
import { isWithin, nameWords } from '../words.ts';
import styles from './Form.module.css';
import type { FormProps } from './ProgramForm.tsx';

interface GroupFormProps extends FormProps<LightingPlan['groups'][number]> {
  /** what becomes of it; undefined for the moment in which that is reckoned */
  readonly effect: GroupEffect | undefined;
  /** how the draft has the city's lamps */
  readonly standings: readonly Standing[];
  /** before the group above it; undefined where that is not for it */
  readonly onUp: (() => void) | undefined;
}

/** A group of lamps: under which calendar they are, which they are, and who that is by the inventory. */
export function GroupForm({ part, at, plan, faults, city, effect, standings, onPart, onUp }: GroupFormProps) {
  const { t, locale } = useLanguage();
  const { calendar, where } = part;
  const isLast = at === plan.groups.length - 1;
  const above = plan.groups[at - 1];
  const members = useMemo(
    () => onceAsked(() => city.lamps.map(({ lamp }, i) => [lamp, standings[i]?.group ?? -1])),
    [city, standings],
  );
  return (
    <>
      <div className={styles.groupHead}>
        <Select
          label={t('plan.group.calendar')}
          value={calendar as string}
          className={styles.narrow}
          choices={plan.calendars.map(({ id, name }) => ({
            value: id as string,
            label: nameIn(name, locale),
          }))}
          onChoose={(id) => onPart({ ...part, calendar: CalendarId.parse(id) })}
        />
        {!isLast && (
          <Button onClick={() => onUp?.()} off={onUp ? undefined : t('plan.group.isFirst')} keepsFocus>
            <Icon of={ArrowUp} />{' '}
            {above ? t('plan.group.up', { name: nameWords(t, locale, above.name) }) : t('plan.group.isFirst')}
          </Button>
        )}
      </div>
      <p className="words">{t('plan.group.order', { n: at + 1, of: plan.groups.length })}</p>
      {effect && (
        <p className="figures">
          {t('plan.group.lamps', { n: effect.lamps })}
          {effect.joined > 0 && ` · ${t('plan.group.joined', { n: effect.joined })}`}
          {effect.left > 0 && ` · ${t('plan.group.left', { n: effect.left })}`}
        </p>
      )}
      {isLast ? (
        <p className="words">{t('plan.group.rest')}</p>
      ) : (
        <WhereForm
          where={where ?? {}}
          city={city}
          isWrong={(field) => faults.some((fault) => isWithin(fault, ['groups', at, 'where', field]))}
          onWhere={(next) => onPart({ ...part, where: next })}
        />
      )}
      <Members membersOf={() => members().get(at)} />
    </>
  );
}
