/** What every page says about the site. Values of the environment are for those who host a copy. */
export const site = {
  title: 'Stage Two',
  description: 'The executable guide to cacheable stage-2 mappings on Arm.',
  /** Where the site stands, for its map, its canonical links and link previews. */
  url: process.env['STAGE_TWO_URL'] ?? 'https://stage-two.example',
  /**
   * Address under which a source file can be edited, with a slash at the end, such as
   * `https://forge.example/stage-two/edit/main/`; null: pages name the file alone.
   */
  edit: process.env['STAGE_TWO_EDIT'] ?? null,
  /**
   * Where an error is reported: an address such as `mailto:errata@press.example` or
   * `https://forge.example/stage-two/issues/new`; null: pages lead to `/errata/`.
   */
  errata: process.env['STAGE_TWO_ERRATA'] ?? null,
} as const;
