export const bulk = {
  bulk: {
    progress: 'Progresul lucrării',
    item_done: 'gata',
    forget: 'Închide; lucrarea merge mai departe',
    stop: 'Oprește',
    retry: 'Reia doar eșuatele (%{count})',
    title: {
      acknowledge: 'Confirmă o comandă |||| Confirmă %{smart_count} comenzi |||| Confirmă %{smart_count} de comenzi',
      awb: 'AWB pentru o comandă |||| AWB pentru %{smart_count} comenzi |||| AWB pentru %{smart_count} de comenzi',
      invoice:
        'Factură pentru o comandă |||| Facturi pentru %{smart_count} comenzi |||| Facturi pentru %{smart_count} de comenzi',
    },
    will: {
      acknowledge: 'Marketplace-ul primește confirmarea fiecăreia; una refuzată nu le oprește pe celelalte.',
      awb: 'Se cere câte un AWB pentru fiecare; curierul poate taxa expedierile. Una refuzată nu le oprește pe celelalte.',
      invoice:
        'Se emite câte o factură pentru fiecare. O factură emisă nu se mai modifică; se corectează doar prin storno.',
    },
    cash: 'Ramburs la o comandă: %{amount} |||| Ramburs la %{smart_count} comenzi: %{amount} |||| Ramburs la %{smart_count} de comenzi: %{amount}',
    printed: 'Etichete tipărite',
    labels: 'Etichete într-un PDF (%{count})',
  },
};
