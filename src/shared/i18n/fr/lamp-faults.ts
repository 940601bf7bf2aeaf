/** Faults of the lighting by likely cause, and the trip that repairs most. */
export const lampFaults = {
  'faults.section': 'Défauts',
  'faults.none': 'Aucun défaut d’éclairage connu',
  'faults.noneWhy':
    'Les défauts sont lus dans ce que disent lampadaires et armoires : en panne, éteint la nuit, allumé le jour, puissance anormale, sans nouvelles.',
  'faults.list': 'Défauts, par cause probable',
  'faults.counts':
    '{lamps, plural, one {# lampadaire} other {# lampadaires}}, {groups, plural, one {# réparation} other {# réparations}}',
  'faults.where': 'Où',
  'faults.lamps': 'Lampadaires',
  'faults.since': 'Vu depuis au moins',
  'faults.cause': 'Cause probable, et pourquoi',
  'faults.need': 'Ce qu’il faut',
  'faults.cabinet': 'armoire {id}',
  'faults.cabinets': '{n} armoires',
  'faults.moreStreets': '{n, plural, one {et une autre rue} other {et # autres rues}}',
  'faults.more':
    '{n, plural, one {Une autre réparation n’est} other {# autres réparations ne sont}} pas dans la liste.',
  'faults.named': 'Voir {n, plural, one {le lampadaire} other {les # lampadaires}}',
  'faults.namedSome': 'Voir {n, number} des {all, number} lampadaires',
  'faults.cause.feeder':
    '{cabinets, plural, one {Une armoire éteinte} other {# armoires éteintes}} ensemble : le réseau qui les alimente est en défaut.',
  'faults.cause.noSupply': 'L’armoire signale qu’elle n’est plus alimentée.',
  'faults.cause.tripped': 'L’armoire signale que le départ {circuit} a disjoncté.',
  'faults.cause.cabinetDark':
    '{n} lampadaires sur {fed} de l’armoire éteints ensemble : son alimentation ou sa commande.',
  'faults.cause.circuitDark':
    '{n} lampadaires sur {fed} du départ {circuit} éteints ensemble : départ coupé.',
  'faults.cause.clock':
    '{n} lampadaires sur {fed} de l’armoire allumés en plein jour : son horloge ou son relais.',
  'faults.cause.contactor':
    '{n} lampadaires sur {fed} du départ {circuit} allumés en plein jour : contacteur du départ.',
  'faults.cause.gateway':
    '{n} lampadaires sur {fed} de l’armoire sans nouvelles : sa passerelle ou sa liaison.',
  'faults.cause.cable':
    '{n} lampadaires éteints dans une rue, même armoire : câble ou boîte de raccordement entre eux.',
  'faults.cause.light':
    '{n, plural, one {Lanterne seule} other {# lanternes, sans lien entre elles}} : module LED ou alimentation.',
  'faults.cause.control':
    '{n, plural, one {Un seul lampadaire allumé} other {# lampadaires épars allumés}} en plein jour : commande de la lanterne.',
  'faults.cause.leds':
    '{n, plural, one {Puissance trop basse pour son niveau} other {Puissance de # lanternes trop basse pour leur niveau}} : une partie des LED n’éclaire plus.',
  'faults.cause.driver':
    '{n, plural, one {Puissance trop haute pour son niveau} other {Puissance de # lanternes trop haute pour leur niveau}} : alimentation qui vieillit.',
  'faults.cause.radio':
    '{n, plural, one {Un seul lampadaire} other {# lampadaires épars}} sans nouvelles, l’armoire répond : module de communication.',
  'faults.cause.mast': '{n, plural, one {Mât signalé abîmé.} other {# mâts signalés abîmés.}}',
  'faults.cause.lantern':
    '{n, plural, one {Lanterne signalée cassée.} other {# lanternes signalées cassées.}}',
  'faults.need.grid': 'Gestionnaire du réseau électrique, puis électricien à l’armoire',
  'faults.need.breaker': 'Électricien : contrôler le départ avant de réenclencher',
  'faults.need.cabinet': 'Électricien à l’armoire',
  'faults.need.cable': 'Recherche de défaut de câble',
  'faults.need.lift': 'Nacelle',
  'faults.need.network': 'Technicien réseau à l’armoire',
  'faults.need.mast': 'Sécuriser, puis remplacer le mât',
  'faults.trip': 'La tournée qui répare le plus',
  'faults.tripFigures':
    '{lamps, plural, one {# lampadaire} other {# lampadaires}} en {stops, plural, one {# arrêt} other {# arrêts}}, {km, number, ::.0} km, {rate, number, ::.0} par km',
  'faults.tripOne': '{lamps, plural, one {# lampadaire} other {# lampadaires}} en un arrêt',
  'faults.tripWhy':
    'Le premier arrêt répare le plus de lampadaires. Chaque suivant est celui qui en répare le plus pour le chemin à faire. Simple proposition : elle ne regarde pas plus loin que l’arrêt suivant.',
  'faults.tripStraight': 'à vol d’oiseau',
  'faults.stop': '{lamps, plural, one {# lampadaire} other {# lampadaires}}',
  'faults.stopAfter':
    '{lamps, plural, one {# lampadaire} other {# lampadaires}}, {km, number, ::.0} km après',
  'faults.onMap': 'Choisir sur la carte',
  'faults.onMapOf': 'Choisir sur la carte : {what}',
  'faults.onMapSome': 'Choisir {n, number} des {all, number} sur la carte',
  'faults.openTicket': 'Ouvrir une intervention',
  'faults.openTicketOf': 'Ouvrir une intervention : {what}',
  'faults.ticket': 'Intervention {ref}',
  'faults.ticketOf': 'Intervention {ref} : {what}',
  'faults.sheet': 'Enregistrer la feuille (CSV)',
  'faults.sheet.name': 'tournee-eclairage-{day}.csv',
  'faults.sheet.stop': 'Arrêt',
  'faults.sheet.where': 'Où',
  'faults.sheet.commune': 'Commune',
  'faults.sheet.cabinet': 'Armoire',
  'faults.sheet.circuit': 'Départ',
  'faults.sheet.lamps': 'Lampadaires',
  'faults.sheet.cause': 'Cause probable',
  'faults.sheet.need': 'Ce qu’il faut',
  'faults.sheet.metres': 'Mètres depuis l’arrêt précédent',
  'faults.sheet.lat': 'Latitude',
  'faults.sheet.lon': 'Longitude',
  'faults.sheet.ids': 'Numéros des lampadaires',
  'faults.led': 'Passage aux LED, prévu et fait',
  'faults.ledCounts': '{done} lampadaires sur {all} en LED',
  'faults.ledWhy':
    'D’après l’inventaire : date de conversion passée, à venir, ou absente. Un nombre choisit ses lampadaires sur la carte. Économisé : la part des LED, lampadaires dont la puissance d’avant est notée, heures comptées seulement ; des autres, elle est inconnue.',
  'faults.led.place': 'Quartier, puis rue',
  'faults.led.city': 'Toute la ville',
  'faults.led.done': 'En LED',
  'faults.led.undated': 'dont {n, number} sans date',
  'faults.led.planned': 'Prévus',
  'faults.led.next': 'premiers : {when}',
  'faults.led.rest': 'Ni faits ni prévus',
  'faults.led.saved': 'Économisé, 30 jours',
  'faults.led.based': 'puissance d’avant notée : {based, number} sur {led, number}',
  'faults.led.choose':
    'Choisir sur la carte : {what}, {count, plural, one {# lampadaire} other {# lampadaires}}',
  'faults.led.chosen.led': '{name}, en LED',
  'faults.led.chosen.planned': '{name}, passage aux LED prévu',
  'faults.led.chosen.rest': '{name}, ni en LED ni prévus',
  'faults.led.chosen.left': '{street}, pas encore en LED',
  'faults.led.streets': 'Rues où il en reste',
  'faults.led.left':
    '{street} : {planned, plural, =0 {} one {# prévu} other {# prévus}}{both, select, yes {, } other {}}{rest, plural, =0 {} one {# ni fait ni prévu} other {# ni faits ni prévus}}',
} as const;
