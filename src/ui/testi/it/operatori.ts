// Those who work in the register: their door, and the frame of their pages.
import type { NomeIcona } from '../../Icona.tsx'

interface Voce {
  testo: string
  href: string
  icona: NomeIcona
  /** profiles that see it; left out: all of the role */
  per?: readonly string[]
}
const LEGGE = ['ufficiale', 'sindaco', 'consultazione']
const ABILITA = ['sindaco', 'sicurezza']
const voci = (...v: Voce[]): readonly Voce[] => v

export const operatori = {
  titolo: 'Accesso degli operatori',
  descrizione: 'L’ingresso in ANPR di comuni, prefetture e Ministero.',
  sommario: 'Per chi lavora in un comune, in una prefettura o al Ministero, con la propria abilitazione.',
  aggiornata: '2026-11-30',
  comeTitolo: 'Come si entra',
  avvisi: {
    'sessione-finita': {
      titolo: 'La sessione è finita',
      testo: 'Per sicurezza si chiude da sola. Entra di nuovo: quello che avevi inviato è salvo.',
    },
    uscita: {
      titolo: 'Sei uscito',
      testo:
        'La sessione è chiusa. Togli la smart card dal lettore: il browser ricorda il certificato finché non lo chiudi.',
    },
  },
  demo: {
    titolo: 'Nella dimostrazione',
    testo: 'Chiunque può provare gli uffici, con un clic e senza certificati: gli operatori sono inventati.',
    sommario: 'Prova gli uffici di un comune, di una prefettura o del Ministero. Gli operatori sono inventati.',
    vai: 'Entra come operatore di prova',
    comune: 'Nome o codice ISTAT del comune',
    aiutoComune: 'Per esempio Lecco, o 097042.',
    prefettura: 'Prefettura',
    profilo: 'Profilo',
    entraComune: 'Entra nel comune',
    entraPrefettura: 'Entra nella prefettura',
    entraMinistero: 'Entra al Ministero',
    nonTrovato: 'Nessun comune attivo si chiama così: scrivi il nome per intero, o il codice ISTAT di sei cifre.',
    nelComune: 'In un comune',
    inPrefettura: 'In una prefettura',
    alMinistero: 'Al Ministero',
    testoMinistero: 'Vede tutto il Paese, apre la rettifica e governa le tabelle.',
    pilota: 'I comuni della sperimentazione del 2021:',
  },
  profili: {
    ufficiale: 'Ufficiale d’anagrafe',
    sindaco: 'Sindaco',
    consultazione: 'Consultazione',
    sicurezza: 'Amministratore della sicurezza',
    prefettura: 'Prefettura',
    ministero: 'Ministero dell’Interno',
  },
  menu: {
    nome: 'Pagine del tuo ufficio',
    esci: 'Esci',
    ufficiale: voci(
      { testo: 'Richieste dei cittadini', href: '/com', icona: 'documenti', per: LEGGE },
      { testo: 'Schede', href: '/com/schede', icona: 'tessera', per: LEGGE },
      { testo: 'Visure non riuscite', href: '/com/visure', icona: 'domanda', per: LEGGE },
      { testo: 'Operatori', href: '/com/operatori', icona: 'chiave', per: ABILITA },
      { testo: 'Certificati', href: '/com/certificati', icona: 'firma', per: ABILITA },
    ),
    prefettura: voci({ testo: 'Rettifiche della provincia', href: '/prefettura', icona: 'documenti' }),
    ministero: voci(
      { testo: 'Rettifiche nel Paese', href: '/ministero', icona: 'documenti' },
      { testo: 'Dove è aperta', href: '/ministero/apertura', icona: 'luogo' },
      { testo: 'Dati correggibili', href: '/ministero/dati', icona: 'correzione' },
      { testo: 'Tabelle', href: '/ministero/tabelle', icona: 'strumenti' },
      { testo: 'Operatori', href: '/ministero/operatori', icona: 'chiave' },
      { testo: 'Certificati', href: '/ministero/certificati', icona: 'firma' },
    ),
  },
  ministero: 'Ministero dell’Interno',
  manuale: 'Come si lavora in queste pagine: il manuale',
}
