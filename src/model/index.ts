export type { Attributes } from './arch/attributes.ts';
export { fieldNamed, type BitField, type BitFinding } from './arch/bits/bit-field.ts';
export { bitsAt, putBits, type Place } from './arch/bits/put.ts';
export { ARCH_INPUTS } from './arch/inputs.ts';
export { combineStages } from './arch/combine/combine.ts';
export type { Combined, Finding } from './arch/combine/combined.ts';
export type { CombineInput } from './arch/combine/input.ts';
export type { DeviceType } from './arch/device.ts';
export type { Cacheability, Half, Hints } from './arch/half.ts';
export {
  lastWord,
  PLAIN_TYPES,
  TWO_STAGE_SYSTEMS,
  type LastWord,
  type LastWordInput,
  type PlainType,
  type TwoStageSystem,
} from './arch/last-word.ts';
export { decodeStage2Leaf } from './arch/leaf/decode.ts';
export type { LeafInput } from './arch/leaf/encode-input.ts';
export { encodeStage2Leaf } from './arch/leaf/encode.ts';
export type { Stage2Leaf } from './arch/leaf/leaf.ts';
export type { Granule, LeafOptions, LeafReading } from './arch/leaf/options.ts';
export { decodeMairAttr, type MairFeatures } from './arch/mair.ts';
export type { MairAttr } from './arch/mair-table.ts';
export type { MaintenanceInput } from './arch/maintenance/input.ts';
export {
  maintenanceNeeded,
  type Maintenance,
  type MaintenanceFinding,
  type Operation,
} from './arch/maintenance/maintenance.ts';
export { MEMORY_NAMES, memoryName, type MemoryName } from './arch/memory-name.ts';
export * from './arch/decoders.ts';
export { translationRegime, type Regime, type RegimeInput } from './arch/regime.ts';
export { decodeRegister } from './arch/registers/decode.ts';
export { REGISTER_NAMES, type RegisterName } from './arch/registers/names.ts';
export { registerNamed, type NamedRegister } from './arch/registers/register-named.ts';
export type { Register, RegisterSpec } from './arch/registers/register.ts';
export { decodeStage2Fault, type Stage2FaultInput } from './arch/registers/decode-stage2-fault.ts';
export type { Shareability } from './arch/sh-names.ts';
export { decodeShareability, type ShField } from './arch/shareability.ts';
export { accessAttributes } from './arch/stage1/access.ts';
export type { Hcr, Sctlr } from './arch/stage1/controls.ts';
export type { Access, AccessInput, Stage1Input } from './arch/stage1/input.ts';
export { stage1Attributes, type Stage1Attributes } from './arch/stage1/stage1.ts';
export { decodeStage1Leaf } from './arch/stage1-leaf/decode.ts';
export type { Stage1LeafOptions, Stage1LeafReading } from './arch/stage1-leaf/options.ts';
export type { Stage1Regime } from './arch/stage1-leaf/regimes.ts';
export type { Stage2MemAttr, Stage2Rule } from './arch/stage2-encoding.ts';
export { decodeStage2MemAttr, type Stage2Options } from './arch/stage2-memattr.ts';
export type { ModelError, ModelErrorCode } from './base/error.ts';
export type { Step, StepStatus, StepValue } from './base/step.ts';
export { handleGuestAbort, type GuestAbortDecision } from './kvm/abort/handle-guest-abort.ts';
export type { GuestAbortInput } from './kvm/abort/input.ts';
export { KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED } from './kvm/capability/number.ts';
export { checkExtension, type CapabilityDecision } from './kvm/capability/check-extension.ts';
export type { CapabilityInput } from './kvm/capability/input.ts';
export {
  cacheToggle,
  type CacheToggleDecision,
  type CacheToggleInput,
} from './kvm/cache-trap/cache-toggle.ts';
export {
  setWayTrap,
  type SetWayTrapDecision,
  type SetWayTrapInput,
} from './kvm/cache-trap/set-way-trap.ts';
export { vcpuInit, type VcpuInitDecision, type VcpuInitInput } from './kvm/cache-trap/vcpu-init.ts';
export { ERRNO, type ErrnoName } from './kvm/errno.ts';
export { handleFault, type FaultDecision } from './kvm/fault/handle-fault.ts';
export type { FaultInput } from './kvm/fault/input.ts';
export type { Mapping, MappingSize, MemType } from './kvm/fault/mapping.ts';
export type { FaultVerdict } from './kvm/fault/run.ts';
export { granule, type GranuleDecision, type GranuleInput } from './kvm/granule/granule.ts';
export type { LeafShift, OfferedShift } from './kvm/granule/shifts.ts';
export type { SizeInput } from './kvm/granule/size-input.ts';
export {
  slotSupportsHuge,
  type SlotSupportsHugeDecision,
  type SlotSupportsHugeInput,
} from './kvm/granule/slot-supports-huge.ts';
export {
  vmaPageShift,
  type VmaPageShiftDecision,
  type VmaPageShiftInput,
} from './kvm/granule/vma-page-shift.ts';
export {
  handleGuestMemfdFault,
  type GuestMemfdFaultDecision,
} from './kvm/guest-memfd/handle-guest-memfd-fault.ts';
export type { GetPfn, GuestMemfdFaultInput } from './kvm/guest-memfd/input.ts';
export { kernelMeant } from './kvm/kernels/kernel-meant.ts';
export { kernelNamed, type NamedKernel } from './kvm/kernels/kernel-named.ts';
export type { Kernel } from './kvm/kernels/list.ts';
export { KERNELS, type KernelName } from './kvm/kernels/rule-names.ts';
export { kernelMeantIn, type MeantKernel } from './kvm/kernels/release-in.ts';
export type { Release, Releases, ReleaseStatus } from './kvm/kernels/release-in.ts';
export { RELEASES } from './kvm/kernels/releases.ts';
export { memslotChange, type MemslotChangeDecision } from './kvm/memslot/change.ts';
export type { MemslotChangeInput } from './kvm/memslot/derive-change.ts';
export type { MemslotChange, MemslotInput } from './kvm/memslot/input.ts';
export { prepareMemoryRegion, type MemslotDecision } from './kvm/memslot/prepare.ts';
export { refusesChange, type PlainChange } from './kvm/memslot/refuses-change.ts';
export type { NestedLeaf } from './kvm/nested/leaf.ts';
export { vncrPage, type VncrPageDecision, type VncrPageInput } from './kvm/nested/vncr-page.ts';
export type { Stage2AttributesInput } from './kvm/pgtable/attributes-input.ts';
export {
  cacheMaintenance,
  type CacheMaintenanceDecision,
} from './kvm/pgtable/cache-maintenance.ts';
export type { ExecAt } from './kvm/pgtable/exec.ts';
export {
  icacheRange,
  type IcacheRangeDecision,
  type IcacheRangeInput,
} from './kvm/pgtable/icache-range.ts';
export type { CacheMaintenanceInput } from './kvm/pgtable/maintenance-input.ts';
export {
  stage2Attributes,
  type LeafAttributes,
  type Stage2AttributesDecision,
} from './kvm/pgtable/stage2-attributes.ts';
export {
  handleProtectedFault,
  type ProtectedFaultDecision,
} from './kvm/pkvm/handle-protected-fault.ts';
export type { ProtectedFaultInput } from './kvm/pkvm/protected-input.ts';
export { hvaToPfn, type HvaToPfnDecision, type HvaToPfnInput } from './kvm/pfn/hva-to-pfn.ts';
export type { PkvmMapInput } from './kvm/pkvm/map-input.ts';
export { pkvmMap, type PkvmMapDecision } from './kvm/pkvm/pkvm-map.ts';
export { readPtdump, setPtdump, type Ptdump, type PtdumpField } from './kvm/ptdump/read.ts';
export { ATTR_INDX_NAMES, attrIndxName, type AttrIndx } from './kvm/vma/attr-indx.ts';
export {
  vmaIsCacheable,
  type VmaCacheableDecision,
  type VmaCacheableInput,
} from './kvm/vma/cacheable.ts';
export type { Vma } from './kvm/vma/vma.ts';
export type { Decision, Question, Verdict } from './kvm/decisions.ts';
export { checkInWords } from './explain/check-in-words.ts';
export { consequence, describe, explain, inShort, renderText } from './explain/describe.ts';
export { wordFor } from './explain/in-short.ts';
export { label } from './explain/label.ts';
export { readTree } from './explain/read-tree.ts';
export { releaseInWords } from './explain/release-in-words.ts';
export { renderTree } from './explain/render-tree.ts';
export type { Fact, ShowMove, ShowStep, ShowTree } from './explain/show-tree.ts';
export {
  judgement,
  propertyName,
  SEARCHABLE,
  type Judgement,
  type Searchable,
  type TraceVerdict,
} from './explain/traces/judgement.ts';
export { stateInWords } from './explain/traces/state-in-words.ts';
export type { Change } from './explain/flips/changes.ts';
export { flipsInWords } from './explain/flips/in-words.ts';
export type { Flip } from './explain/flips/fewest-changes.ts';
export { nearestFlips } from './explain/flips/nearest-flips.ts';
export { shortestWays } from './explain/flips/shortest-ways.ts';
export { outcomeInWords } from './explain/outcome.ts';
export { QUESTIONS, type QuestionRules } from './kvm/questions.ts';
export type { Accepts, Field, FieldValue } from './base/field.ts';
export { coverage, type Coverage, type RuleCoverage, type Run } from './explain/tables/coverage.ts';
export type { Difference } from './explain/tables/difference-groups.ts';
export { diffKernels, type KernelDiff } from './explain/tables/diff-kernels.ts';
export { diffInWords } from './explain/tables/in-words.ts';
export { inputCellsAt, type Column, type InputColumn } from './explain/rows/columns.ts';
export type { RowAnswer } from './explain/rows/answers.ts';
export { rowTable, type RowTable, type RowTableOrError } from './explain/rows/row-table.ts';
export { Places } from './explain/rows/places.ts';
export { csvLine, csvOf } from './explain/rows/csv.ts';
export { waysInWords, type Way, type WayChange } from './explain/rows/ways.ts';
export { MOST_ROWS } from './explain/rows/limits.ts';
export { filterLeaves, type Filters } from './explain/rows/filters.ts';
export type { Counts, Scan } from './explain/rows/scan.ts';
export { wholeTable, type TableRow, type WholeTable } from './explain/tables/whole-table.ts';
export type {
  Argued,
  FaultAnswer,
  MapWord,
  NamedPolicy,
  Policy,
  PolicyFault,
  PolicySlot,
  PolicyVma,
  SlotAnswer,
} from './policy/policy.ts';
export { nearest } from './base/nearest.ts';
export {
  meantInWords,
  parseBits,
  parseCount,
  parseHex,
  parseWord,
  type NumberRead,
  type WordRead,
} from './base/read-number.ts';
export { readFaultAnswer, readSlotAnswer, type ReadFault } from './policy/answers.ts';
export { POLICIES } from './policy/named.ts';
export { policyNamed } from './policy/policy-named.ts';
export { slotOfV6, type FlagCheck, type FlagSlot } from './policy/posted.ts';
export { HOSTS, VMA_KINDS, VMAS, type Host, type VmaKind } from './policy/page.ts';
export type { Outcome } from './policy/outcome.ts';
export {
  answerWord,
  HOST_ANSWERS,
  pointOf,
  policyAt,
  type HostAnswer,
  type PolicyPoint,
} from './policy/space.ts';
export { Moves, type Actor, type Machine, type Rule } from './machine/machine.ts';
export { cleanThenScrub, scrubThenClean } from './machine/hand-over.ts';
export { movesFrom, type LegalMove } from './machine/moves-from.ts';
export { pageMachine } from './machine/page-machine.ts';
export { playMoves } from './machine/play-moves.ts';
export { PROPERTIES, type Property } from './machine/properties.ts';
export { GUEST_S1S, isCached, type GuestS1, type Setup } from './machine/setup.ts';
export type { PhaseName, ValueName } from './machine/state.ts';
export { viewOf, type StateView } from './machine/view.ts';
export type { MigrationPhase } from './machine/migration.ts';
export {
  explore,
  exploredOf,
  situation,
  type Explored,
  type ExploreInput,
  type Situation,
  type TraceStep,
} from './explore/explore.ts';
export { search, type RawStep, type Searched } from './explore/search.ts';
export {
  survivesMigration,
  type Migrated,
  type MigrationHost,
  type MigrationInput,
  type MigrationStep,
} from './explore/survives-migration.ts';
export * from './explore/space.ts';
export { checkInvariants, type Checked, type Gap } from './explore/prove/check.ts';
export { INVARIANTS, type Invariant } from './explore/prove/invariants.ts';
export { prove, type Proof, type Without } from './explore/prove/prove.ts';
export * from './explore/export/index.ts';
export { verdicts, type VerdictRow, type Verdicts } from './explore/verdicts.ts';
