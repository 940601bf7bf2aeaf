import { useRef, useState } from 'react';
import type { BaseMapState, PrefetchPlan, PrefetchState } from '../../../shared/ipc/base-map.ts';
import { authorize } from '../../../shared/rights/authorize.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useBridge } from '../../lib/bridge/index.tsx';
import { megabytes, momentOf, useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { useReport } from '../../lib/notices/index.ts';
import { Button, useKeepsFocus } from '../../ui/index.ts';
import { useMe } from '../session/index.ts';
import styles from './BaseMapFacts.module.css';

type Server = Extract<BaseMapState, { kind: 'server' }>;

/** Fetching the whole area beforehand, for who answers for the seat: counted first, then begun, stopped at any time. */
export function Prefetch({ state }: { readonly state: Server }) {
  const me = useMe();
  const may = me !== undefined && authorize(me, 'map.prefetch', { kind: 'map' }).ok;
  return may ? <PrefetchForm state={state} /> : null;
}

function PrefetchForm({ state }: { readonly state: Server }) {
  const { t } = useLanguage();
  const { plan, isCounting, count, begin, stop, forget } = usePrefetch();
  const box = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useKeepsFocus(box, title);
  const { prefetch } = state;
  return (
    <div ref={box} className={styles.prefetch}>
      <h4 ref={title} tabIndex={-1}>
        {t('baseMap.prefetch')}
      </h4>
      <p className="quiet">{t('baseMap.prefetch.why')}</p>
      <Standing prefetch={prefetch} />
      {plan !== undefined && <Planned plan={plan} limit={state.kept.limit} />}
      <div className={styles.buttons}>
        {prefetch.kind === 'running' ? (
          <Button onClick={stop}>{t('baseMap.prefetch.stop')}</Button>
        ) : plan === undefined ? (
          <Button onClick={count} disabled={isCounting}>
            {t(isCounting ? 'baseMap.prefetch.counting' : 'baseMap.prefetch.count')}
          </Button>
        ) : (
          <>
            {plan.forbidden === undefined && plan.wanted > 0 && (
              <Button look="primary" onClick={begin}>
                {t(prefetch.kind === 'over' ? 'baseMap.prefetch.resume' : 'baseMap.prefetch.begin')}
              </Button>
            )}
            <Button onClick={forget}>{t('baseMap.prefetch.forget')}</Button>
          </>
        )}
      </div>
    </div>
  );
}

function usePrefetch() {
  const bridge = useBridge();
  const report = useReport();
  const [plan, setPlan] = useState<PrefetchPlan>();
  const [isCounting, setCounting] = useState(false);
  const forget = () => setPlan(undefined);
  const count = () => {
    setCounting(true);
    bridge
      .request('baseMap.plan', undefined)
      .then(setPlan, (error: unknown) => report('baseMap.plan', error))
      .finally(() => setCounting(false));
  };
  const begin = () => {
    bridge.request('baseMap.prefetch', undefined).then(
      // Refused since it was counted: counting says why.
      ({ ok }) => (ok ? forget() : count()),
      (error: unknown) => report('baseMap.prefetch', error),
    );
  };
  const stop = () => {
    bridge.request('baseMap.cancel', undefined).catch((error: unknown) => report('baseMap.cancel', error));
  };
  return { plan, isCounting, count, begin, stop, forget };
}

function Planned({ plan, limit }: { readonly plan: PrefetchPlan; readonly limit: number }) {
  const { t, locale } = useLanguage();
  const size = megabytes(plan.bytes, locale);
  switch (plan.forbidden) {
    case 'policy':
      return <p role="status">{t('baseMap.prefetch.policy')}</p>;
    case 'size':
      return <p role="status">{t('baseMap.prefetch.size', { size, limit: megabytes(limit, locale) })}</p>;
    case undefined:
      return (
        <p role="status">
          {t('baseMap.prefetch.plan', {
            wanted: plan.wanted,
            total: plan.total,
            size,
            time: wholeDuration(plan.seconds * 1_000, locale),
          })}
        </p>
      );
  }
}

/** How far it is, or how it ended. */
function Standing({ prefetch }: { readonly prefetch: PrefetchState }) {
  const { t, locale } = useLanguage();
  if (prefetch.kind === 'none') return null;
  const { done, total, failed } = prefetch;
  if (prefetch.kind === 'running') {
    const words = t('baseMap.prefetch.running', { done, total, failed });
    return (
      <>
        <p>{words}</p>
        <progress max={total} value={done + failed} aria-label={words} />
      </>
    );
  }
  const { how, at, why = '' } = prefetch;
  const time = momentOf(millis(at), Date.now(), locale);
  return <p role="status">{t(`baseMap.prefetch.${how}`, { done, total, failed, time, why })}</p>;
}
