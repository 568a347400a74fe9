declare module '@joplin/turndown-plugin-gfm' {
  import type TurndownService from 'turndown';
  /** Tables, task lists and struck text. */
  export const gfm: TurndownService.Plugin;
}
