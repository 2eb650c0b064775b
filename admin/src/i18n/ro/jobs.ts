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
