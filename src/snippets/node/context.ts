/** What a fresh vm context runs first: its last value makes the realm. Bundled to one script. */
export { makeRealm } from '../realm/realm.ts';
