import type { PlanAnswer, PlanWish } from '../../shared/ipc/lighting-plan.ts';
import { type Asking, askNow, unanswered } from '../link/ask-now.ts';

/** The hub works out what each cabinet of a large city is told before it answers. */
const ANSWER_MS = 10_000;
/** After this the hub does not do it any more: nobody is there who would see what comes of it. */
const EXPIRES_MS = 30_000;

/** Brings a lighting plan into force, now or not at all: how a city burns is not changed by what was asked for yesterday. */
export async function commandPlan(wish: PlanWish, on: Asking): Promise<PlanAnswer> {
  const { cmd, base, motive } = wish;
  const content = () => ({
    op: `lightingPlan.${wish.kind}`,
    target: { type: 'lightingPlan', id: 'room' },
    exp: base,
    args: wish.kind === 'publish' ? { plan: wish.plan } : { version: wish.version },
    motive,
  });
  const heard = await askNow({ cmd, content, answerMs: ANSWER_MS, expiresMs: EXPIRES_MS }, on);
  if (heard.kind !== 'answered') return { kind: 'refused', ...unanswered(heard) };
  const { ok, code, field, lightingPlan: inForce } = heard.reply;
  if (ok) return { kind: 'done', version: base + 1 };
  return { kind: 'refused', code, ...(field !== undefined && { field }), ...(inForce && { inForce }) };
}
