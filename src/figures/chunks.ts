/** The files of pages that are made by hand: which modules each has. What figures draw with comes in one. */
export const PAGE_CHUNKS = [
  {
    name: 'show',
    test: /figures\/(?:form\/fill|show\/(?:node|patch|name-code))\.|grammar\/count\./,
  },
];
