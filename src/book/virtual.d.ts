/** Handed over by the integration; see astro/live-book.ts. */
declare module 'virtual:book' {
  const book: { readonly data: import('./data.ts').BookData };
  export default book;
}

declare module 'virtual:book/report' {
  /** The report of the check; null where there are no problems. */
  const report: string | null;
  export default report;
}

declare module 'virtual:seen' {
  /** Answers of the model that some kernel was seen to give, by their keys. */
  const seen: import('../observations/sighting.ts').Seen;
  export default seen;
}
