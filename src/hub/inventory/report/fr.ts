import { assertNever } from '../../../shared/assert-never.ts';
import { frenchSpaces } from '../../../shared/i18n/typography.ts';
import type { ReportWords } from './words.ts';

const t = frenchSpaces;
const THINGS = { lamp: 'lampadaires', crossing: 'passages piétons' } as const;
const none = (count: string): boolean => count === '0';
/** What an import added and took away, in the words that lamps have above it; nothing where nothing did. */
const comeAndGone = (added: string, removed: string, e = ''): string =>
  `${none(added) ? '' : `, ajouté${e}s : ${added}`}${none(removed) ? '' : `, retiré${e}s : ${removed}`}`;

export const fr: ReportWords = {
  title: {
    dry: t('Essai à blanc : rien n’est écrit'),
    written: 'Inventaire importé',
    stopped: t('Rien n’est importé'),
  },
  sources: 'Fichiers',
  kinds: {
    lamp: 'lampadaires',
    cabinet: 'armoires',
    circuit: 'départs',
    street: 'rues',
    crossing: 'passages piétons',
    district: 'quartiers',
  },
  source: ({ rows, taken, refused, repeated, skipped }) =>
    t(
      [
        `lues : ${rows}, retenues : ${taken}`,
        ...(none(refused) ? [] : [`refusées : ${refused}`]),
        ...(none(repeated) ? [] : [`répétées : ${repeated}`]),
        ...(none(skipped) ? [] : [`laissées de côté : ${skipped}`]),
      ].join(', '),
    ),
  lamps: 'Lampadaires',
  beforeAfter: (before, after) => t(`avant : ${before}, après : ${after}`),
  added: (count, returned) => t(`ajoutés : ${count}${none(returned) ? '' : `, de retour : ${returned}`}`),
  removed: (count, renumbered) =>
    t(
      `retirés : ${count}${none(renumbered) ? '' : `, dont à la place d’un ajouté : ${renumbered} (la colonne des identifiants a-t-elle changé ?)`}`,
    ),
  moved: (count, farthest) => t(`déplacés : ${count}${none(count) ? '' : `, de ${farthest} m au plus`}`),
  changed: (count) => t(`modifiés : ${count}`),
  rehoused: (count) => t(`changent de quartier : ${count}`),
  unchanged: (count) => t(`inchangés : ${count}`),
  fields: {
    street: 'rue',
    commune: 'commune',
    cabinet: 'armoire',
    circuit: 'départ',
    'luminaire.kind': 'luminaire',
    'luminaire.power': 'puissance',
    'luminaire.powerBefore': 'puissance avant conversion',
    'luminaire.convertedOn': 'date de conversion',
    'luminaire.height': 'hauteur',
  },
  refused: 'Lignes refusées',
  remarks: 'À vérifier',
  finding: {
    broken: 'ligne illisible (nombre de colonnes, guillemet ouvert)',
    noId: 'sans identifiant',
    badId: 'identifiant inutilisable',
    noPlace: 'sans position',
    zeroPlace: 'position 0, 0',
    swapped: 'longitude et latitude inversées',
    otherSystem: 'position dans un autre système que celui annoncé',
    likeId: t('identifiant semblable à un autre, à la casse ou aux espaces près : deux lampadaires'),
    outside: 'hors de l’étendue attendue (within)',
    far: 'loin de tous les autres (farKm)',
    sameId: 'identifiant de plusieurs lignes qui ne disent pas la même chose, aucune n’est prise',
    noShape: 'sans tracé',
    part: t('fichier incomplet : le service n’a donné qu’une partie de ce qu’il a (lus / en tout)'),
    unreadable: 'valeur illisible, laissée vide',
    garbled: t('caractères perdus ou altérés : le fichier mêle ou double des encodages'),
    unplaced: 'armoire sans position, gardée',
    repeated: 'ligne répétée',
    samePlace: t('même place qu’un autre (moins de 1 m)'),
    unknownCabinet: 'armoire inconnue',
    unknownCircuit: 'départ inconnu',
    otherCabinet: 'départ listé sous une autre armoire',
    sharedCircuit: t('départ listé sans armoire et nommé sous plusieurs : pris pour un seul'),
    unknownStreet: 'rue introuvable',
    spelled: t('rue écrite de plusieurs façons, ou abrégée : un seul nom pour tous'),
    unlit: t('passage piéton loin de tout lampadaire : aucun ne l’éclaire'),
    keptAsItWas: t('ligne refusée : ce qui était connu reste'),
  },
  cells: (read, named) => t(`${read} valeurs pour ${named} colonnes`),
  mend: (option, count) =>
    `${t('à indiquer pour cette source dans le fichier de correspondance, si c’est bien le cas :')} ${option}  ${count}`,
  more: (count) => `… et ${count} de plus (--report)`,
  districts: (count, made) => t(`Quartiers : ${count}${none(made) ? '' : `, formés par l’import : ${made}`}`),
  streets: (names, pieces, derived) =>
    t(`Rues : ${names}, en tronçons : ${pieces}${derived ? ', déduites de la place des lampadaires' : ''}`),
  cabinets: (after, added, removed) => t(`Armoires : ${after}${comeAndGone(added, removed, 'e')}`),
  circuits: (after, added, removed) => t(`Départs : ${after}${comeAndGone(added, removed)}`),
  crossings: (after, added, removed) => t(`Passages piétons : ${after}${comeAndGone(added, removed)}`),
  crossingsReturned: (count) => t(`de retour : ${count}`),
  crossingsMoved: (count, farthest) => t(`déplacés : ${count}, de ${farthest} m au plus`),
  took: (seconds) => t(`Durée : ${seconds} s`),
  stop: (stop, share, most) => {
    switch (stop.kind) {
      case 'refused':
        return t(
          `${share} des lignes de ${THINGS[stop.what]} sont refusées, ${most} au plus : --accept-refusals pour importer le reste`,
        );
      case 'removed':
        return t(
          `${share} des ${THINGS[stop.what]} connus seraient retirés, ${most} au plus : --accept-removals pour l’accepter`,
        );
      case 'tooLarge':
        return t(
          `le quartier ${stop.district} est trop grand pour un message (${stop.bytes} octets) : le partager, ou laisser l’import former les quartiers`,
        );
      default:
        return assertNever(stop);
    }
  },
  next: {
    byHub: t('Le concentrateur l’a repris : les postes voient l’inventaire dès maintenant.'),
    alone: 'Les postes verront l’inventaire dès que le concentrateur démarrera.',
  },
};
