/** Made by the integration from the last check; see vite-plugin.ts. */
declare module 'virtual:book' {
  const data: import('./data.ts').BookData;
  export default data;
}

declare module 'virtual:book/report' {
  /** The report of the check; null where there are no problems. */
  const report: string | null;
  export default report;
}
