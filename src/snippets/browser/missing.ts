/** What a reader is told where a part of the page does not come: without network, or after the site was changed. */
export const missing = (): string =>
  `Part of this page is missing. ${navigator.onLine ? 'It may be older than the site: reload it.' : 'Check the connection.'}`;
