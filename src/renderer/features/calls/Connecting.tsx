import { PhoneCall, PhoneOff } from 'lucide-react';
import { useState } from 'react';
import { masked } from '../../../shared/call/masked.ts';
import type { RoomCall } from '../../../shared/call/model.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { Banner, Button } from '../../ui/index.ts';

/** Telephony connects at once; after so long it must be said that it has not, ms. */
const CONNECTS_MS = 10_000;

interface ConnectingProps {
  readonly call: RoomCall;
  /** nobody may be on the line: who called is to be called back */
  readonly onCallBack: (ticket: string) => void;
}
/** The room has given the call to this seat; that they speak only telephony can say. */
export function Connecting({ call: { number, since, ticket }, onCallBack }: ConnectingProps) {
  const { t, locale } = useLanguage();
  const waited = useNow() - millis(since);
  const [seen, setSeen] = useState(false);
  const who = number === undefined ? t('calls.unknown') : masked(number);
  if (seen) return null;
  if (waited < CONNECTS_MS)
    return <Banner kind="news" icon={PhoneCall} title={t('calls.connecting')} facts={[{ strong: who }]} />;
  const facts = [{ strong: t('calls.maybeNobody'), quiet: who }];
  const title = t('calls.notConnected', { age: wholeDuration(waited, locale) });
  return (
    <Banner kind="trouble" icon={PhoneOff} title={title} facts={facts}>
      {ticket !== undefined && (
        <Button
          size="large"
          onClick={() => {
            setSeen(true);
            onCallBack(ticket);
          }}
        >
          {t('calls.callBack')}
        </Button>
      )}
      <Button size="large" onClick={() => setSeen(true)}>
        {t('common.dismiss')}
      </Button>
    </Banner>
  );
}
