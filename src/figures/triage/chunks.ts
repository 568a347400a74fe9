/*
 * What texts ask for together comes in one file: many small ones compress worse, and each is a request
 * more. A part that some text asks for alone stays by itself, and so does what several parts share: who
 * asks for one of them does not pay for the others.
 */

/** The files of the worker that are made by hand: which modules each has. */
export const CHUNKS = [
  // What others are made of when they load: in the file of a worker it would come too late for them.
  { name: 'core', test: /triage\/keys\/number|model\/kvm\/errno/ },
  // A trace.
  {
    name: 'calls',
    test: /triage\/(?:parts\/calls|read\/(?:traces|syscall)|case\/slot-(?:history|request)|keys\/requests)\./,
  },
  // What a trace and the words of a program say of a slot.
  {
    name: 'slot-said',
    test: /triage\/(?:read\/(?:slot-fields|call-facts)|keys\/(?:flags|capability)\.)/,
  },
  // What the rules of all families ask.
  {
    name: 'rules',
    test: /triage\/(?:rules\/(?:shared|guest-memfd|machine)|reasons\/reason)\./,
  },
  // What a host says.
  {
    name: 'host',
    test: /kvm\/kernels\/release-in\.|release-in-words|case\/host-kernel|triage\/(?:parts\/kernels|read\/host\.)/,
  },
  {
    name: 'numbers',
    test: /triage\/(?:parts\/numbers|numbers\/(?:in-text|bits|names|known))|registers\/host-bits|bits\/put/,
  },
  // A line of KVM's own has a syndrome.
  {
    name: 'syndrome',
    test: /registers\/esr\/(?:brief|exception-class|fault-status)|triage\/(?:parts\/syndrome|read\/kvm-lines|numbers\/(?:abort|syndromes))\./,
  },
  { name: 'mappings', test: /triage\/(?:read\/mappings|keys\/vma-flags)\./ },
  { name: 'exits', test: /triage\/(?:read\/exits|keys\/exit)\./ },
  // What fields of registers and of descriptors are made of.
  {
    name: 'fields',
    test: /model\/(?:base\/(?:word|step)|arch\/(?:device|bits\/(?:layout|split|bit-field)))\.|triage\/numbers\/fields/,
  },
];
