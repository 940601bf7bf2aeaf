import { Lasso, MousePointer2, PlusSquare, ScanLine, SquareDashed } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { useShown } from '../../lib/shown/index.ts';
import { IconButton } from '../../ui/index.ts';
import type { MapTool } from '../map/index.ts';
import { GroupSearch } from './GroupSearch.tsx';
import styles from './Selection.module.css';
import { useSelection } from './store.ts';

const TOOLS: readonly { readonly tool: MapTool; readonly icon: typeof Lasso; readonly keys: string }[] = [
  { tool: 'pick', icon: MousePointer2, keys: 'p' },
  { tool: 'lasso', icon: Lasso, keys: 'l' },
  { tool: 'box', icon: SquareDashed, keys: 'r' },
];

/** Who has added nothing for so long has forgotten that they were adding, ms. */
const FORGOTTEN_MS = 120_000;

/** Adding ends with the work on this map: when somebody goes elsewhere, or has added nothing for long. */
function useAddingEnds(adding: boolean, setAdding: (adding: boolean) => void): void {
  const shown = useShown();
  const chosen = useSelection(({ now }) => now.lamps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time begins anew with all that is chosen
  useEffect(() => {
    if (!adding) return;
    if (!shown) return setAdding(false);
    const timer = setTimeout(() => setAdding(false), FORGOTTEN_MS);
    return () => clearTimeout(timer);
  }, [adding, setAdding, shown, chosen]);
  useEffect(() => () => setAdding(false), [setAdding]);
}

interface SelectionToolsProps {
  /** other tools of the map, after these */
  readonly children?: ReactNode;
}

/** What lamps are chosen by, over the map: words, the mouse, and whether what is chosen comes on top. */
export function SelectionTools({ children }: SelectionToolsProps) {
  const t = useT();
  const adding = useSelection((selection) => selection.adding);
  const setAdding = useSelection((selection) => selection.setAdding);
  useAddingEnds(adding, setAdding);
  const sweep = useSelection((selection) => selection.sweep);
  const all = () => sweep(true);
  useShortcut({ keys: 'e', shown: 'E', label: 'selection.key.screen', run: all });
  useShortcut({ keys: 'b', shown: 'B', label: 'selection.key.adding', run: () => setAdding(!adding) });
  return (
    <div className={styles.tools}>
      <GroupSearch />
      <div role="toolbar" aria-label={t('selection.tools')} className={styles.toolbar}>
        {TOOLS.map((one) => (
          <ToolButton key={one.tool} {...one} />
        ))}
        <IconButton icon={ScanLine} size="large" label={t('selection.screen')} shortcut="E" onClick={all} />
        <IconButton
          icon={PlusSquare}
          size="large"
          label={t('selection.adding')}
          aria-pressed={adding}
          onClick={() => setAdding(!adding)}
        />
      </div>
      {children && <div className={styles.toolbar}>{children}</div>}
    </div>
  );
}

function ToolButton({ tool, icon, keys }: (typeof TOOLS)[number]) {
  const t = useT();
  const current = useSelection((selection) => selection.tool);
  const setTool = useSelection((selection) => selection.setTool);
  const run = () => setTool(tool);
  useShortcut({ keys, shown: keys.toUpperCase(), label: `selection.key.${tool}`, run });
  return (
    <IconButton
      icon={icon}
      size="large"
      label={t(`selection.tool.${tool}`)}
      aria-pressed={current === tool}
      onClick={run}
    />
  );
}
