import type { HNode } from '../show/node.ts';
import { capabilityInputsTable, capabilityShortTable, capabilityTable } from './capability.ts';
import { faultTable } from './checks/faults.ts';
import { sharedTable } from './checks/shared.ts';
import { familiesTable } from './combining/families-table.ts';
import { shareabilityTable } from './combining/shareability.ts';
import { combiningTable, mtePermTable } from './combining/table.ts';
import { drawTable, frame } from './draw.ts';
import { icacheRangeTable } from './icache-range.ts';
import { kvmMaintenanceTable } from './kvm-maintenance.ts';
import { mairMap } from './mair-map.ts';
import { mairTable } from './mair.ts';
import { maintenanceTable, operationsTable } from './maintenance.ts';
import { stage2Table } from './stage2.ts';
import { trapsTable } from './traps.ts';

/** The tables of the model, by the name under which a page asks for them. */
export const TABLES = {
  abort: () => sharedTable('abort', 'handleGuestAbort', 'kvm_handle_guest_abort'),
  capability: capabilityShortTable,
  'capability-all': capabilityTable,
  'capability-inputs': capabilityInputsTable,
  combining: combiningTable,
  families: familiesTable,
  faults: faultTable,
  'icache-range': icacheRangeTable,
  'kvm-maintenance': kvmMaintenanceTable,
  mair: mairTable,
  maintenance: maintenanceTable,
  'memslot-change': () => sharedTable('change', 'memslotChange'),
  'memslot-checks': () => sharedTable('slot', 'prepareMemoryRegion'),
  'mte-perm': mtePermTable,
  operations: operationsTable,
  shareability: shareabilityTable,
  stage2: stage2Table,
  traps: trapsTable,
} as const;

/** The tables that a page can ask for. */
export type TableName = keyof typeof TABLES | 'mair-map';

/** The inside of a table's element. */
export function tableNodes(name: TableName, label: string): readonly HNode[] {
  if (name !== 'mair-map') return drawTable(TABLES[name](), label);
  return [frame(label, mairMap())];
}
