/** Questions to the machine in the languages of other provers. */
export {
  EXPORT_FORMS,
  exportQuestion,
  NOT_MODELLED,
  type Exported,
  type ExportForm,
} from './export.ts';
export { LITMUS_AFTER, LITMUS_LINES, litmusOf, type Litmus } from './litmus.ts';
export { promelaOf, promelaOfAll } from './promela.ts';
