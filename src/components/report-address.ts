import { site } from '../site.ts';

/** Where the link to report an error leads; a mail names the page in its subject. */
export function reportAddress(page: string, address: string | null = site.errata): string {
  if (address === null) return '/errata/';
  if (!address.startsWith('mailto:')) return address;
  const subject = `subject=${encodeURIComponent(`${site.title}: ${page}`)}`;
  return `${address}${address.includes('?') ? '&' : '?'}${subject}`;
}
