import {
  Combobox,
  ComboboxGroup,
  ComboboxGroupLabel,
  ComboboxItem,
  ComboboxList,
  ComboboxProvider,
} from '@ariakit/react';
import {
  Cctv,
  Columns3,
  Footprints,
  Landmark,
  Lightbulb,
  ListChecks,
  type LucideIcon,
  MapPin,
  Search,
  Terminal,
} from 'lucide-react';
import { useMemo, useState } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useCap } from '../../lib/keys/index.ts';
import { Icon, Kbd, PriorityMark, useModal, VisuallyHidden } from '../../ui/index.ts';
import type { Entry, Kind, Sources } from './model.ts';
import styles from './Palette.module.css';
import { prepare, search, wordsOf } from './search.ts';

const ICONS: Readonly<Record<Exclude<Kind, 'ticket'>, LucideIcon>> = {
  camera: Cctv,
  unit: Footprints,
  street: MapPin,
  landmark: Landmark,
  crossing: Columns3,
  procedure: ListChecks,
  lamp: Lightbulb,
  command: Terminal,
};

interface PaletteProps {
  /** as they were when it opened: what is found doesn't change under the hand */
  readonly sources: Sources;
  readonly onChoose: (entry: Entry) => void;
  readonly onClose: () => void;
}

/** Finds everything while one types; arrows choose, Enter takes, Escape leaves. */
export function Palette({ sources, onChoose, onClose }: PaletteProps) {
  const t = useT();
  const dialog = useModal();
  const [typed, setTyped] = useState('');
  const prepared = useMemo(() => prepare(sources.entries), [sources]);
  const groups = useMemo(() => search(prepared, sources.lamps, typed), [prepared, sources, typed]);
  const found = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <dialog
      ref={dialog}
      aria-label={t('palette.title')}
      className={styles.dialog}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <ComboboxProvider open value={typed} setValue={setTyped}>
        <div className={styles.field}>
          <Icon of={Search} />
          <Combobox
            autoSelect="always"
            aria-label={t('palette.title')}
            placeholder={t('palette.placeholder')}
            className={styles.input}
          />
        </div>
        <ComboboxList alwaysVisible aria-label={t('palette.results')} className={styles.list}>
          {groups.map(({ kind, entries }) => (
            <ComboboxGroup key={kind}>
              <ComboboxGroupLabel className={styles.kind}>{t(`palette.kind.${kind}`)}</ComboboxGroupLabel>
              {entries.map((entry) => (
                <ComboboxItem
                  key={entry.id}
                  id={`${kind} ${entry.id}`}
                  value={entry.label}
                  setValueOnClick={false}
                  hideOnClick={false}
                  focusOnHover
                  className={styles.item}
                  onClick={() => onChoose(entry)}
                >
                  <Line entry={entry} />
                </ComboboxItem>
              ))}
            </ComboboxGroup>
          ))}
        </ComboboxList>
        {found === 0 && <p className={styles.none}>{t('palette.none')}</p>}
        {wordsOf(typed).length === 0 && <p className={styles.hint}>{t('palette.hint')}</p>}
      </ComboboxProvider>
      <VisuallyHidden>
        <output>{t('palette.found', { n: found })}</output>
      </VisuallyHidden>
    </dialog>
  );
}

function Line({ entry: { kind, label, detail, priority, shortcut } }: { readonly entry: Entry }) {
  const cap = useCap();
  const t = useT();
  return (
    <>
      {kind !== 'ticket' ? (
        <Icon of={ICONS[kind]} className={styles.icon} />
      ) : (
        priority !== undefined && <PriorityMark priority={priority} label={t(`priority.${priority}`)} />
      )}
      <span className={kind === 'lamp' ? 'cut id' : 'cut'}>{label}</span>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      {shortcut !== undefined && <Kbd>{cap(shortcut)}</Kbd>}
    </>
  );
}
