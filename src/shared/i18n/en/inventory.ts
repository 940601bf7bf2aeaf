export const inventory = {
  'inventory.mend': 'Correct the position',
  'inventory.howTo': 'Drag the mark, or use arrows: 50 cm, with ⇧ 5 m.',
  'inventory.unmoved': 'The mark is where the inventory has it.',
  'inventory.moved': 'Moved by {metres, number, ::.0} m',
  'inventory.motive': 'Reason',
  'inventory.motiveHint': 'How it is known: seen on site, camera, as-built plan…',
  'inventory.motiveMissing': 'Say how it is known: the log keeps it.',
  'inventory.save': 'Save the position',
  'inventory.mended': '{lamp}: position corrected, {metres, number, ::.0} m. It can be corrected again.',
  'inventory.movedMeanwhile': 'Somebody has moved it meanwhile: close, look, begin again.',
} as const;
