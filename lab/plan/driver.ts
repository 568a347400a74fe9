/** The driver that `--driver` asks about: it maps the memory of its card by TTM. */
export const DRIVER = 'radeon';

/** A card of QEMU that it drives. No ROM: the driver of this old model does without. */
export const CARD = 'ati-vga,model=rv100,romfile=';

/** Folders of a kernel's modules in which the driver and what it needs lie. */
export const DRIVER_FOLDERS: readonly string[] = [
  'drivers/acpi',
  'drivers/gpu',
  'drivers/i2c',
  'drivers/media/cec',
  'drivers/media/rc',
  'drivers/platform',
  'drivers/video',
  'lib',
];
