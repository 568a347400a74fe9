/** Made by the integration from the docstrings of the model; see integration.ts. */
declare module 'virtual:api' {
  export const api: readonly import('./api.ts').ApiEntry[];
}
