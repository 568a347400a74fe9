import { createHash } from 'node:crypto';

/**
 * Runs right after the bars of a chapter, before they are painted: shows the one of the path from which
 * the reader came, which the address names or the visit remembers. A chapter that is not on that path
 * shows none.
 */
export const pathBoot = [
  '{let p=new URLSearchParams(location.search).get("path");',
  'try{p||=sessionStorage.getItem("stage-two path")}catch{}',
  'for(const b of document.querySelectorAll(".path-bar"))b.hidden=b.dataset.path!==p}',
].join('');

/** Its name in the content security policy. */
export const pathBootHash: `sha256-${string}` = `sha256-${createHash('sha256').update(pathBoot).digest('base64')}`;
