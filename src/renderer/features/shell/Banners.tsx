import { Cog, HardDriveDownload } from 'lucide-react';
import type { ReactNode } from 'react';
import { millis } from '../../../shared/wire/time.ts';
import { useMachineNow } from '../../lib/clock/index.ts';
import { useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { Banner } from '../../ui/index.ts';
import { toSay, useHealth } from './health.ts';
import { LinkBanner } from './LinkBanner.tsx';
import styles from './Shell.module.css';

interface BannersProps {
  /** brings a ticket before the operator */
  readonly onTicket: (ticket: string) => void;
  readonly children: ReactNode;
}

/** What the whole console must know, one line each, under the top bar. */
export function Banners({ onTicket, children }: BannersProps) {
  const { t } = useLanguage();
  return (
    <section aria-label={t('shell.banners')} className={styles.banners}>
      <EngineBanner />
      <LinkBanner onTicket={onTicket} />
      <AlertBanners />
      {children}
    </section>
  );
}

/** What is wrong with the seat itself: said before anybody sits there, too. */
export function SeatTroubles() {
  return (
    <div>
      <EngineBanner />
      <AlertBanners />
    </div>
  );
}

/** Ends in a row after which nobody can promise what is on a disk that the engine may not reach. */
const LASTING_TRIES = 5;

function EngineBanner() {
  const { t, locale } = useLanguage();
  const now = useMachineNow();
  const engine = useHealth((health) => health.engine);
  if (engine.kind !== 'restarting') return null;
  const age = wholeDuration(now - millis(engine.since), locale);
  const isLasting = engine.tries >= LASTING_TRIES;
  const promise = t(isLasting ? 'shell.engine.lasting' : 'shell.engine.kept');
  const facts = [{ strong: promise, quiet: engine.lastError }];
  return <Banner kind="trouble" icon={Cog} title={t('shell.engine.restarting', { age })} facts={facts} />;
}

function AlertBanners() {
  const { t } = useLanguage();
  const alerts = useHealth((health) => health.alerts);
  return toSay(alerts).map((alert) => (
    <Banner
      key={alert.id}
      kind="trouble"
      icon={HardDriveDownload}
      title={t(`shell.alert.${alert.kind}`)}
      facts={[{ strong: t(`shell.alert.${alert.kind}.next`), quiet: alert.detail }]}
    />
  ));
}
