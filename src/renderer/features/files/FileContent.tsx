import { useState } from 'react';
import type { Attachment } from '../../../shared/attachment/model.ts';
import { useAddress } from '../../lib/address/index.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { SaveLink } from '../../ui/index.ts';
import styles from './Files.module.css';

interface FileContentProps {
  readonly file: Attachment;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Pictures are drawn, text is shown as its characters; nothing else is opened in this window. */
export function FileContent({ file: { name, type }, bytes }: FileContentProps) {
  const t = useT();
  const [broken, setBroken] = useState(false);
  const isImage = type.startsWith('image/');
  // To be saved it is bytes and nothing more: no program is asked to open it.
  const address = useAddress(bytes, isImage ? type : 'application/octet-stream');
  if (address === undefined) return null;
  return (
    <>
      {isImage && !broken && (
        <img className={styles.picture} src={address} alt={name} onError={() => setBroken(true)} />
      )}
      {broken && <p role="alert">{t('files.broken')}</p>}
      {type === 'text/plain' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre className={styles.text} tabIndex={0}>
          {new TextDecoder().decode(bytes)}
        </pre>
      )}
      {type === 'application/pdf' && <p>{t('files.pdf')}</p>}
      <div className={styles.buttons}>
        <SaveLink address={address} name={name}>
          {t('files.save')}
        </SaveLink>
      </div>
    </>
  );
}
