export { matching } from './matching.ts';
export { SignIn } from './SignIn.tsx';
export {
  createSessionStore,
  nameOf,
  type Session,
  SessionProvider,
  shortName,
  useMe,
  useSession,
} from './store.ts';
