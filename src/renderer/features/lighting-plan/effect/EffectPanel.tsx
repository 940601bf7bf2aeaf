import type { ReactNode } from 'react';
import type { GroupEffect, PlanEffect } from '../../../../shared/lighting/effect.ts';
import type { Day } from '../../../../shared/lighting/local-time.ts';
import { nameIn } from '../../../../shared/lighting/night.ts';
import { useLanguage } from '../../../lib/i18n/index.tsx';
import { Button, classes } from '../../../ui/index.ts';
import { dayFrom, dayWords } from '../form/days.ts';
import { TextInput } from '../form/TextInput.tsx';
import styles from './Effect.module.css';
import { effectWords, type OtherRules } from './words.ts';

interface EffectPanelProps {
  readonly effect: PlanEffect;
  readonly others: OtherRules;
  /** the night that is compared, of its evening */
  readonly day: Day;
  readonly onDay: (day: Day) => void;
  /** what no night shows */
  readonly children: ReactNode;
}

/** What the draft would change: how many lamps, which groups, from when, and what that night burns. */
export function EffectPanel({
  effect: { all, groups },
  others: rules,
  day,
  onDay,
  children,
}: EffectPanelProps) {
  const { t } = useLanguage();
  const others = groups.filter(({ touched, joined, left }) => touched > 0 || joined > 0 || left > 0);
  return (
    <section className={styles.panel} aria-label={t('plan.effect')}>
      <h3>{t('plan.effect')}</h3>
      <p role="status">{effectWords(t, all, rules)}</p>
      <ul className={styles.groups}>
        {others.map((one) => (
          <GroupLine key={one.group.id} effect={one} day={day} onDay={onDay} />
        ))}
      </ul>
      {children}
      <div className={styles.night}>
        <span aria-hidden="true">{t('plan.night')}</span>
        <TextInput
          label={t('plan.night')}
          value={dayWords(day)}
          placeholder={t('plan.dayHint')}
          onText={(text) => {
            const said = dayFrom(text);
            const isWhole = said !== undefined && said.length === day.length;
            if (isWhole) onDay(said as Day);
            return isWhole;
          }}
        />
      </div>
      <dl className={styles.figures}>
        <div>
          <dt>{t('plan.kwh')}</dt>
          <dd>{t('plan.kwhOf', { after: all.kwh.after })}</dd>
          <dd className={classes('words', styles.wide)}>{changeWords(t, all.kwh)}</dd>
        </div>
        <div>
          <dt>{t('plan.hours')}</dt>
          <dd>{t('plan.hoursOf', { after: all.hours.after })}</dd>
          <dd className={classes('words', styles.wide)}>{hoursChange(t, all.hours)}</dd>
        </div>
      </dl>
      <p className="words">
        {t('plan.derived')} {all.unrated > 0 && t('plan.unrated', { n: all.unrated })}
      </p>
    </section>
  );
}

type T = ReturnType<typeof useLanguage>['t'];
type Pair = PlanEffect['all']['kwh'];

function changeWords(t: T, { before, after }: Pair): string {
  const change = after - before;
  if (Math.abs(change) < 0.05) return t('plan.same');
  return t(change > 0 ? 'plan.more' : 'plan.less', {
    change: Math.abs(change),
    share: before > 0 ? Math.abs(change) / before : 0,
  });
}

/** Hours that are the same to the minute are the same. */
const MINUTE_HOURS = 1 / 60;

function hoursChange(t: T, { before, after }: Pair): string {
  const change = after - before;
  if (Math.abs(change) < MINUTE_HOURS) return t('plan.same');
  return t(change > 0 ? 'plan.moreMinutes' : 'plan.lessMinutes', { n: Math.round(Math.abs(change) * 60) });
}

interface GroupLineProps extends Pick<EffectPanelProps, 'day' | 'onDay'> {
  readonly effect: GroupEffect;
}

/** A group whose rules change; a later first night is brought up by its button. */
function GroupLine({ effect, day, onDay }: GroupLineProps) {
  const { group, touched, joined, left, first, kwh } = effect;
  const { t, locale } = useLanguage();
  return (
    <li>
      <b>{nameIn(group.name, locale)}</b>
      {touched > 0 && <span className="figures">{t('lighting.lamps', { n: touched })}</span>}
      {joined + left > 0 && (
        <span className={classes('words', styles.wide)}>
          {[
            ...(joined > 0 ? [t('plan.group.joined', { n: joined })] : []),
            ...(left > 0 ? [t('plan.group.left', { n: left })] : []),
          ].join(' · ')}
        </span>
      )}
      {touched === 0 ? null : first === undefined || first === day ? (
        <span className={classes('words', styles.wide)}>
          {first === undefined ? t('plan.never') : `${t('plan.thatNight')}, ${changeWords(t, kwh)}`}
        </span>
      ) : (
        <Button look="bare" className={styles.wide} onClick={() => onDay(first)}>
          {t('plan.firstNight', { day: dayWords(first) })}
        </Button>
      )}
    </li>
  );
}
