import { createHash } from 'node:crypto';

/**
 * Runs in the head of each page, before anything is painted: the reader's theme, and the mark that
 * scripts run. Where storage is closed to the page, the system's theme holds.
 */
export const themeBoot = [
  'try{const t=localStorage.getItem("theme");',
  'if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}',
  'document.documentElement.classList.add("js")',
].join('');

/** Its name in the content security policy. */
export const themeBootHash: `sha256-${string}` = `sha256-${createHash('sha256').update(themeBoot).digest('base64')}`;
