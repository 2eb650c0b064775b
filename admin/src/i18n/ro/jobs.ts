export const jobs = {
  jobs: {
    title: 'Sarcini programate',
    name: 'Sarcină',
    every: 'La fiecare',
    next: 'Urmează',
    last: 'Ultima rulare',
    run: 'Rulează acum',
    started: 'Sarcina a pornit.',
    off: 'Oprită',
    none: 'Nicio sarcină',
    none_hint: 'Sarcinile programate sunt oprite prin MAGFLOW_JOBS=off.',
    choose: 'Alege o sarcină ca să vezi rulările ei.',
    runs_none: 'Nicio rulare încă',
    by_hand: 'pornită de om',
    by_schedule: 'după program',
    operation: 'vezi operațiunea',
    more_lines: 'încă %{count}',
    names: {
      emag: {
        sync_orders: 'Sincronizarea comenzilor',
        auto_acknowledge_orders: 'Confirmarea automată',
        sync_products: 'Sincronizarea ofertelor',
        cleanup_old_sync_logs: 'Curățarea jurnalelor vechi',
        health_check: 'Verificarea sănătății',
      },
    },
  },
};
