/*
 * What texts ask for together comes in one file: many small ones compress worse, and each is a request
 * more. A part that some text asks for alone stays by itself.
 */

/** The files of the worker that are made by hand: which modules each has. */
export const CHUNKS = [
  { name: 'core', test: /triage\/keys\/number|model\/kvm\/errno/ },
  {
    name: 'calls',
    test: /triage\/(?:parts\/calls|read\/(?:traces|syscall|slot-fields|call-facts)|case\/slot-|keys\/flags|rules\/(?:shared|guest-memfd)|reasons\/reason\.)/,
  },
  {
    name: 'kernels',
    test: /model\/kvm\/kernels\/(?:releases|rule-names|kernel-meant)|release-in-words|case\/host-kernel|triage\/(?:parts\/kernels|read\/(?:host|page-size)\.)/,
  },
  {
    name: 'numbers',
    test: /triage\/(?:parts\/numbers|numbers\/(?:in-text|bits|names|known))|registers\/host-bits|bits\/put/,
  },
  {
    name: 'syndrome',
    test: /registers\/esr\/(?:brief|exception-class|fault-status)|triage\/(?:parts\/syndrome|numbers\/(?:abort|syndromes))\./,
  },
];
