/** Made by the integration from the docstrings of the model; see integration.ts. */
declare module 'virtual:api' {
  const api: readonly import('./api.ts').ApiEntry[];
  export default api;
}
