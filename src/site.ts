import { ANY, readUrl } from './address.ts';

/** Where the site stands; null where `STAGE_TWO_URL` names no address, and throws where it names a wrong one. */
function place(): { readonly url: string | null; readonly base: string } {
  const text = process.env['STAGE_TWO_URL'] ?? '';
  // `npm run zip` says so: the folder is taken out again.
  const any = process.env['STAGE_TWO_ANYWHERE'] === '1' ? ANY : null;
  if (text === '') return { url: null, base: any ?? '/' };
  const read = readUrl(text);
  if (read.ok) return { url: read.url, base: any ?? read.base };
  const error = new Error(read.says);
  // It is for whoever set the variable; a stack trace would only bury it.
  error.stack = read.says;
  throw error;
}

const { url, base } = place();
/** The dev server stands at the root. */
const dev = (import.meta.env as ImportMetaEnv | undefined)?.DEV === true;

/** What every page says about the site. Values of the environment are for those who host a copy. */
export const site = {
  title: 'Stage Two',
  description: 'The executable guide to cacheable stage-2 mappings on Arm.',
  /**
   * Where the site stands, with a slash at the end, for its map, its canonical links, its feed and link
   * previews; null: nothing of a copy names a host.
   */
  url,
  /** The folder of the site on its host, with both slashes. */
  base: dev ? '/' : base,
  /**
   * Address under which a source file can be edited, with a slash at the end, such as
   * `https://forge.example/stage-two/edit/main/`; null: pages name the file alone.
   */
  edit: process.env['STAGE_TWO_EDIT'] ?? null,
  /**
   * Where an error is reported: an address such as `mailto:errata@press.example` or
   * `https://forge.example/stage-two/issues/new`; null: pages lead to `/errata/`.
   */
  errata: process.env['STAGE_TWO_ERRATA'] ?? null,
  /**
   * Where the archive of `npm run zip` is offered: a rooted address such as `/stage-two.zip`, or one with its
   * host; null: nowhere.
   */
  zip: process.env['STAGE_TWO_ZIP'] ?? null,
} as const;
