import { Registry } from 'prom-client';
import { anyEvent } from '../../src/infrastructure/eventstore/eventCatalogue.js';
import { EsdbEventStore } from '../../src/infrastructure/eventstore/esdbEventStore.js';
import { InMemoryEventStore } from '../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { InMemoryPersonKeys } from '../../src/infrastructure/eventstore/inMemoryPersonKeys.js';
import { meteredEventStore } from '../../src/infrastructure/eventstore/meteredEventStore.js';
import { createPersonalDataCodec } from '../../src/infrastructure/eventstore/personalDataCodec.js';
import { startTestEventStore } from '../support/eventStoreServer.js';
import { eventStoreContract } from './eventStoreContract.js';

const connect = (url: string) =>
  new EsdbEventStore({ url, codec: createPersonalDataCodec(new InMemoryPersonKeys()), catalogue: anyEvent });

eventStoreContract('in memory', () => Promise.resolve({ store: new InMemoryEventStore() }));

eventStoreContract('in memory, with its figures', () =>
  Promise.resolve({ store: meteredEventStore(new InMemoryEventStore(), new Registry()) }),
);

eventStoreContract('EventStoreDB client on the embedded server', async () => {
  const { server, close } = await startTestEventStore();
  return { store: connect(server.url), close };
});

const { EVENTSTORE_URL } = process.env;
if (EVENTSTORE_URL) {
  eventStoreContract('EventStoreDB client on EVENTSTORE_URL', () =>
    Promise.resolve({ store: connect(EVENTSTORE_URL) }),
  );
}
