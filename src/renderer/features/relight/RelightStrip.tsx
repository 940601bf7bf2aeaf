import { Lightbulb } from 'lucide-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { useJustChanged } from '../../lib/changed/index.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { useNotices } from '../../lib/notices/index.ts';
import { Button, classes, Icon } from '../../ui/index.ts';
import { shortRef } from '../desk/index.ts';
import { isStale, useLink } from '../link/index.ts';
import { BrightAlready } from './BrightAlready.tsx';
import { Covered } from './Covered.tsx';
import { OverrideState } from './OverrideState.tsx';
import styles from './Relight.module.css';
import { type Asked, type Relight, USUAL_LIGHT, useLampCommand, useRelight } from './use-relight.ts';
import { refusedWords } from './words.ts';

/** What must have changed before a wish that was granted may be followed by another. */
const stageOf = (relight: Relight): string =>
  relight.kind === 'override' ? `${relight.override.id} ${relight.override.phase}` : '';

/** The light of the ticket's street: proposed or offered, on its way, seen, and given back; one key for each way. */
export function RelightStrip({ ticket }: { readonly ticket: Ticket }) {
  const t = useT();
  const relight = useRelight(ticket);
  const { may, asked, ask } = useLampCommand(stageOf(relight));
  const offline = useLink(({ state }) => isStale(state));
  const ready = may && !offline && (asked.kind === 'idle' || asked.kind === 'refused');

  function light(): void {
    if (relight.kind === 'offer')
      void ask({ kind: 'set', ...USUAL_LIGHT, lamps: [...relight.offer.lamps], ticket: ticket.id });
    if (relight.kind !== 'advice') return;
    const { lamps, level, minutes, rule } = relight.advice;
    void ask({ kind: 'set', lamps: [...lamps], level, minutes, ticket: ticket.id, advice: rule });
  }
  const strip = useRef<HTMLElement>(null);
  const lights = relight.kind === 'advice' || relight.kind === 'offer';
  const goesBack = relight.kind === 'override' && relight.override.phase === 'set';
  const hint = useNotices(({ showHint }) => showHint);
  // One key lights and gives back: who presses it twice must not put out what they have just lit.
  const fresh = useJustChanged(lights ? 'light' : goesBack ? 'giveBack' : undefined);
  const giveBack = () => goesBack && void ask({ kind: 'release', override: relight.override.id });
  const once = (run: () => void) => () => (fresh ? hint(t('relight.changedAsk')) : run());
  useShortcut(
    { keys: 'u', manner: 'acts', shown: 'U', label: 'relight.key.light', run: once(light) },
    ready && lights,
    strip,
  );
  useShortcut(
    { keys: 'u', manner: 'acts', shown: 'U', label: 'relight.key.giveBack', run: once(giveBack) },
    ready && goesBack,
    strip,
  );

  if (relight.kind === 'none') return <Said asked={asked} />;
  if (relight.kind === 'leave')
    return (
      <Strip at={strip} asked={asked}>
        <b>
          {relight.near === undefined
            ? t(`relight.leave.${relight.why}`)
            : t(`relight.near.${relight.why}`, { ref: shortRef(relight.near, t) })}
        </b>
      </Strip>
    );
  if (relight.kind === 'elsewhere')
    return (
      <Strip at={strip} asked={asked}>
        {t('relight.elsewhere', { street: relight.street })}
      </Strip>
    );
  if (relight.kind === 'bright')
    return (
      <Strip at={strip} asked={asked}>
        <BrightAlready ticket={ticket} bright={relight.bright} by={relight.by} offline={offline} />
      </Strip>
    );
  if (relight.kind === 'override')
    return (
      <Strip at={strip} asked={asked}>
        <OverrideState override={relight.override} offline={offline}>
          {goesBack && may && !offline && (
            <Button shortcut="U" disabled={!ready} onClick={giveBack}>
              {t(relight.override.over === undefined ? 'relight.giveBack' : 'relight.giveOn')}
            </Button>
          )}
        </OverrideState>
      </Strip>
    );
  const advice = relight.kind === 'advice' ? relight.advice : undefined;
  return (
    <Strip at={strip} asked={asked}>
      <div className={classes(styles.words, offline && 'stale')}>
        {advice === undefined ? (
          relight.kind === 'offer' && (
            <span>
              {t('relight.offer', {
                street: relight.offer.street,
                lamps: relight.offer.lamps.length,
                level: relight.offer.level,
              })}
            </span>
          )
        ) : (
          <>
            <b>{t('relight.propose', { street: advice.street })}</b>{' '}
            <span className={offline ? undefined : styles.what}>
              {t('relight.proposal', {
                lamps: advice.lamps.length,
                level: Math.round(advice.level * 100),
                minutes: advice.minutes,
              })}
            </span>
          </>
        )}
        {offline && ` · ${t('relight.lastKnown')}`}
        <Covered orders={relight.kind === 'advice' || relight.kind === 'offer' ? relight.covers : []} />
        {offline && <p className={styles.limits}>{t('relight.offline')}</p>}
      </div>
      {may && !offline && (
        <Button shortcut="U" disabled={!ready} onClick={light}>
          {t('relight.light')}
        </Button>
      )}
    </Strip>
  );
}

interface StripProps {
  readonly at: RefObject<HTMLElement | null>;
  readonly asked: Asked;
  readonly children: ReactNode;
}
function Strip({ at, asked, children }: StripProps) {
  const t = useT();
  return (
    <section ref={at} className={styles.strip} aria-label={t('relight.title')}>
      <div className={styles.line}>
        <Icon of={Lightbulb} className={styles.icon} />
        {children}
      </div>
      <Said asked={asked} />
    </section>
  );
}

/** What was answered to the last wish, where that is not to be seen by what the lamps do. */
function Said({ asked }: { readonly asked: Asked }) {
  const t = useT();
  const words =
    asked.kind === 'asking'
      ? t('relight.asking')
      : asked.kind === 'refused'
        ? refusedWords(t, asked)
        : undefined;
  return (
    <p role="status" className={words && styles.said}>
      {words}
    </p>
  );
}
