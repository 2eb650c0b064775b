export const order = {
  order: {
    act: { storno: 'Stornează factura', attach: 'Atașează un document', merged_labels: 'Etichetele într-un PDF' },
    pieces_of: 'Bucăți din %{name}',
    storno: {
      title: 'Storno la factura %{number}',
      submit: 'Emite storno',
      how_much: 'Cât se stornează',
      full: 'Tot ce a rămas din factură, cu transport',
      partial: 'Doar bucățile alese',
      shipping: 'Se stornează și transportul',
      reason: 'Motivul (apare pe storno)',
      will_full:
        'Se emite un storno pentru tot ce a rămas din factura %{number} și se trimite marketplace-ului. Nu se poate anula.',
      will_partial:
        'Se emite un storno pentru o bucată și se trimite marketplace-ului. Nu se poate anula. |||| Se emite un storno pentru %{smart_count} bucăți și se trimite marketplace-ului. Nu se poate anula. |||| Se emite un storno pentru %{smart_count} de bucăți și se trimite marketplace-ului. Nu se poate anula.',
      of: 'Storno',
      open: 'Deschide stornoul',
      states: { none: 'Fără storno', partial: 'Stornată parțial', full: 'Stornată' },
    },
    attach: {
      title: 'Document la comanda %{id}',
      submit: 'Atașează',
      url: 'Adresa documentului PDF',
      url_hint: 'Marketplace-ul îl descarcă de la această adresă.',
      name: 'Numele pe care îl vede clientul',
      will: 'Documentul apare la comandă în contul clientului și nu mai poate fi șters de aici.',
    },
    calls: {
      title: 'Apeluri la marketplace',
      none: 'Niciun apel despre această comandă în ultima vreme.',
      no_answer: 'fără răspuns',
    },
    remaining: {
      part_back: 'Finalizată, o parte returnată',
      toggle: 'Doar o parte din produse',
      hint: 'Scrie câte bucăți rămân în comandă.',
    },
  },
};
