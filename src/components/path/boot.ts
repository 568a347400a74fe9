import { createHash } from 'node:crypto';
import { KEY, VERSION } from './names.ts';

/**
 * Runs right after the contents list, before anything is painted. The address names the path on which the
 * reader is, or the visit remembers it; an address that names none leaves it. In the list of a page that
 * stands on it the path is then open above the groups, and has the sections of the page. What was read
 * gets its mark, in every list; a text that is not as this site writes it marks nothing.
 */
export const pathBoot = [
  '{let p=new URLSearchParams(location.search).get("path"),r=[],q=s=>document.querySelectorAll(s);',
  'try{let s=sessionStorage,k="stage-two path";p===null?p=s.getItem(k):s.setItem(k,p)}catch{}',
  `try{let k=JSON.parse(localStorage.getItem("${KEY}"));if(k.version===${VERSION})r=[...k.read]}catch{}`,
  'var stagePath=s=>{let a=[...q(s+"[data-path]")],',
  'o=a.find(e=>p&&e.dataset.path===p)?p:"";',
  'for(let e of a)e.toggleAttribute("hidden",e.dataset.path!==o);',
  'for(let t of q(s+" .tick"))',
  't.toggleAttribute("hidden",!r.includes(t.closest("[data-step]").dataset.step));return o};',
  'let c=".contents>details",o=stagePath(c);',
  'if(o)for(let d of q(c))if(d.open=d.dataset.path===o)for(let f of q(".contents [data-follow]"))',
  'd.querySelector("[aria-current]").after(f)}',
].join('');

/**
 * Runs after what differs by path or has marks, before it is painted: shows what is of the reader's path,
 * else what is of none.
 */
export const pathHere = 'stagePath("main ")';

const hashOf = (script: string): `sha256-${string}` =>
  `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** Their names in the content security policy. */
export const pathHashes = [pathBoot, pathHere].map(hashOf);
