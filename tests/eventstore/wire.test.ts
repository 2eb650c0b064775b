import { randomUUID } from 'node:crypto';
import { credentials, Metadata, status, type ServiceError } from '@grpc/grpc-js';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import persistentGrpc from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import persistentPb from '@eventstore/db-client/generated/persistent_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestEventStore, type TestEventStore } from '../support/eventStoreServer.js';

// What other clients than ours send and expect, on the generated stubs alone.

let eventStore: TestEventStore;
let streams: streamsGrpc.StreamsClient;
let stream: string;
let address: string;

beforeAll(async () => {
  eventStore = await startTestEventStore();
  address = `127.0.0.1:${eventStore.server.port}`;
  streams = new streamsGrpc.StreamsClient(address, credentials.createInsecure());
});
afterAll(async () => {
  streams.close();
  await eventStore.close();
});
beforeEach(() => {
  stream = `wire-${randomUUID()}`;
});

const empty = () => new sharedPb.Empty();
const identifier = (name = stream) => new sharedPb.StreamIdentifier().setStreamName(Buffer.from(name));
const uuid = (id: string = randomUUID()) => new sharedPb.UUID().setString(id);

const batchMessage = (data: Uint8Array = Buffer.from('{}'), id = uuid()) => {
  const message = new streamsPb.BatchAppendReq.ProposedMessage().setId(id).setData(data);
  message.getMetadataMap().set('type', 'Counted').set('content-type', 'application/json');
  return message;
};

const batchRequest = (correlation: sharedPb.UUID, isFinal: boolean, name?: string) =>
  new streamsPb.BatchAppendReq()
    .setCorrelationId(correlation)
    .setIsFinal(isFinal)
    .setOptions(
      name === undefined ? undefined : new streamsPb.BatchAppendReq.Options().setStreamIdentifier(identifier(name)),
    );

/** Sends requests on one BatchAppend call, half-closes it and gives everything that came back. */
const batchAppend = (requests: readonly streamsPb.BatchAppendReq[]): Promise<streamsPb.BatchAppendResp[]> =>
  new Promise((resolve, reject) => {
    const answers: streamsPb.BatchAppendResp[] = [];
    const call = streams.batchAppend();
    call.on('data', (answer: streamsPb.BatchAppendResp) => answers.push(answer));
    call.on('error', reject);
    call.on('end', () => resolve(answers));
    for (const request of requests) call.write(request);
    call.end();
  });

const readRequest = (change: (options: streamsPb.ReadReq.Options) => void) => {
  const options = new streamsPb.ReadReq.Options()
    .setUuidOption(new streamsPb.ReadReq.Options.UUIDOption().setString(empty()))
    .setNoFilter(empty())
    .setCount('100');
  change(options);
  return new streamsPb.ReadReq().setOptions(options);
};

const ofStream = (options: streamsPb.ReadReq.Options, name = stream) =>
  options.setStream(
    new streamsPb.ReadReq.Options.StreamOptions().setStreamIdentifier(identifier(name)).setStart(empty()),
  );
const ofAll = (options: streamsPb.ReadReq.Options) =>
  options.setAll(new streamsPb.ReadReq.Options.AllOptions().setStart(empty()));

const read = (request: streamsPb.ReadReq, metadata = new Metadata()): Promise<streamsPb.ReadResp[]> =>
  new Promise((resolve, reject) => {
    const answers: streamsPb.ReadResp[] = [];
    const call = streams.read(request, metadata);
    call.on('data', (answer: streamsPb.ReadResp) => answers.push(answer));
    call.on('error', reject);
    call.on('end', () => resolve(answers));
  });

const filled = (name: string, count: number) =>
  batchAppend([
    batchRequest(uuid(), true, name).setProposedMessagesList(Array.from({ length: count }, () => batchMessage())),
  ]);

describe('BatchAppend', () => {
  it('takes an append in chunks and answers once, at the last', async () => {
    const correlation = uuid();
    const answers = await batchAppend([
      batchRequest(correlation, false, stream),
      batchRequest(correlation, false).setProposedMessagesList([batchMessage(), batchMessage()]),
      batchRequest(correlation, true).setProposedMessagesList([batchMessage()]),
    ]);

    expect(answers).toHaveLength(1);
    expect(answers[0]?.getCorrelationId()?.getString()).toBe(correlation.getString());
    expect(Buffer.from(answers[0]?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(stream);
    expect(answers[0]?.getSuccess()?.getCurrentRevision()).toBe('2');
  });

  it('answers what it refuses early once, and ignores the rest of it', async () => {
    const big = uuid();
    const answers = await batchAppend([
      batchRequest(big, false, stream).setProposedMessagesList([batchMessage(new Uint8Array(1_200_000))]),
      batchRequest(big, false).setProposedMessagesList([batchMessage()]),
      batchRequest(big, true).setProposedMessagesList([batchMessage()]),
      batchRequest(uuid(), true, stream).setProposedMessagesList([batchMessage()]),
    ]);

    expect(answers.map((answer) => answer.getError()?.getDetails()?.getTypeName())).toEqual([
      'event_store.client.MaximumAppendSizeExceeded',
      undefined,
    ]);
    expect(answers[1]?.getSuccess()?.getCurrentRevision()).toBe('0');
  });

  it('keeps the order of one stream, and answers all of many', async () => {
    const requests = Array.from({ length: 50 }, () =>
      batchRequest(uuid(), true, stream).setProposedMessagesList([batchMessage()]),
    );
    const answers = await batchAppend(requests);

    const byCorrelation = new Map(
      answers.map((answer) => [answer.getCorrelationId()?.getString(), answer.getSuccess()?.getCurrentRevision()]),
    );
    expect(requests.map((request) => byCorrelation.get(request.getCorrelationId()?.getString()))).toEqual(
      Array.from({ length: 50 }, (_, n) => String(n)),
    );
  });

  it('lets no small append overtake a big one on the same stream, however much is waiting', async () => {
    const requests = Array.from({ length: 80 }, (_, n) =>
      batchRequest(uuid(), true, stream).setProposedMessagesList([
        batchMessage(new Uint8Array(n % 2 === 0 ? 900_000 : 10)),
      ]),
    );
    const answers = await batchAppend(requests);

    const byCorrelation = new Map(
      answers.map((answer) => [answer.getCorrelationId()?.getString(), answer.getSuccess()?.getCurrentRevision()]),
    );
    expect(requests.map((request) => byCorrelation.get(request.getCorrelationId()?.getString()))).toEqual(
      Array.from({ length: 80 }, (_, n) => String(n)),
    );
  });

  it('refuses events without a type, a zero id or no id, each for itself', async () => {
    const bare = new streamsPb.BatchAppendReq.ProposedMessage().setId(uuid());
    const answers = await batchAppend(
      [
        bare,
        batchMessage(undefined, uuid('00000000-0000-0000-0000-000000000000')),
        batchMessage(undefined, new sharedPb.UUID()),
      ].map((message) => batchRequest(uuid(), true, stream).setProposedMessagesList([message])),
    );

    expect(answers.map((answer) => answer.getError()?.getDetails()?.getTypeName())).toEqual(
      Array.from({ length: 3 }, () => 'event_store.client.BadRequest'),
    );
  });

  it('ends a call whose correlation ids are none', async () => {
    await expect(batchAppend([batchRequest(uuid('nonsense'), true, stream)])).rejects.toMatchObject({
      code: status.INVALID_ARGUMENT,
    });
  });

  it('takes ids in both forms as the same', async () => {
    const id = '01020304-0506-0708-890a-0b0c0d0e0f10';
    const structured = new sharedPb.UUID().setStructured(
      new sharedPb.UUID.Structured()
        .setMostSignificantBits(0x0102030405060708n.toString())
        .setLeastSignificantBits(BigInt.asIntN(64, 0x890a0b0c0d0e0f10n).toString()),
    );
    const first = await batchAppend([
      batchRequest(uuid(), true, stream).setProposedMessagesList([batchMessage(undefined, structured)]),
    ]);
    const again = await batchAppend([
      batchRequest(uuid(), true, stream).setProposedMessagesList([batchMessage(undefined, uuid(id))]),
    ]);

    expect(again[0]?.getSuccess()?.toObject()).toEqual(first[0]?.getSuccess()?.toObject());
  });
});

describe('classic Append', () => {
  const append = (messages: readonly streamsPb.AppendReq[]) =>
    new Promise<streamsPb.AppendResp>((resolve, reject) => {
      const call = streams.append((error, answer) => (error ? reject(error) : resolve(answer)));
      for (const message of messages) call.write(message);
      call.end();
    });
  const options = (change: (options: streamsPb.AppendReq.Options) => streamsPb.AppendReq.Options) =>
    new streamsPb.AppendReq().setOptions(change(new streamsPb.AppendReq.Options().setStreamIdentifier(identifier())));
  const proposed = (contentType?: string) => {
    const message = new streamsPb.AppendReq.ProposedMessage().setId(uuid()).setData(Buffer.from('{}'));
    message.getMetadataMap().set('type', 'Counted');
    if (contentType) message.getMetadataMap().set('content-type', contentType);
    return new streamsPb.AppendReq().setProposedMessage(message);
  };

  it('answers a wrong expectation in the response, mirroring what was expected', async () => {
    const wrong = (
      await append([options((o) => o.setRevision('3')), proposed('application/json')])
    ).getWrongExpectedVersion();
    expect([wrong?.hasCurrentNoStream(), wrong?.getExpectedRevision()]).toEqual([true, '3']);

    await append([options((o) => o.setAny(empty())), proposed('application/json')]);
    const taken = (
      await append([options((o) => o.setNoStream(empty())), proposed('application/json')])
    ).getWrongExpectedVersion();
    expect([taken?.getCurrentRevision(), taken?.hasExpectedNoStream()]).toEqual(['0', true]);
  });

  it('names the properties that an event lacks', async () => {
    const failure = await append([options((o) => o.setAny(empty())), proposed()]).catch((error: ServiceError) => error);

    expect(failure).toMatchObject({ code: status.INVALID_ARGUMENT });
    expect('metadata' in failure && failure.metadata.getMap()).toMatchObject({
      exception: 'missing-required-metadata-property',
      'required-metadata-properties': 'type,content-type',
    });
  });
});

describe('Read', () => {
  it('answers structured ids to those who ask for them', async () => {
    const id = 'f1020304-0506-4708-890a-0b0c0d0e0f10';
    await batchAppend([
      batchRequest(uuid(), true, stream).setProposedMessagesList([batchMessage(undefined, uuid(id))]),
    ]);
    const [answer] = await read(
      readRequest((options) => {
        ofStream(options).setUuidOption(new streamsPb.ReadReq.Options.UUIDOption().setStructured(empty()));
      }),
    );

    expect(answer?.getEvent()?.getEvent()?.getId()?.getStructured()?.toObject()).toEqual({
      mostSignificantBits: BigInt.asIntN(64, 0xf102030405064708n).toString(),
      leastSignificantBits: BigInt.asIntN(64, 0x890a0b0c0d0e0f10n).toString(),
    });
  });

  it('gives each event exactly three properties', async () => {
    await filled(stream, 1);
    const [answer] = await read(readRequest((options) => void ofStream(options)));
    const properties = answer?.getEvent()?.getEvent()?.getMetadataMap();

    expect([...(properties?.keys() ?? [])].sort()).toEqual(['content-type', 'created', 'type']);
    expect(properties?.get('created')).toMatch(/^1\d{16}$/);
  });

  it('tells first and last revisions only to those who understand it', async () => {
    await filled(stream, 3);
    const control = new streamsPb.ReadReq.Options.ControlOption().setCompatibility(1);
    const kinds = async (change: (options: streamsPb.ReadReq.Options) => void) =>
      (await read(readRequest(change))).map((answer) => answer.getContentCase());
    const { EVENT, LAST_STREAM_POSITION, FIRST_STREAM_POSITION } = streamsPb.ReadResp.ContentCase;

    expect(await kinds((options) => void ofStream(options))).toEqual([EVENT, EVENT, EVENT]);
    expect(await kinds((options) => void ofStream(options).setControlOption(control))).toEqual([
      EVENT,
      EVENT,
      EVENT,
      LAST_STREAM_POSITION,
    ]);
    expect(
      await kinds((options) => {
        ofStream(options).setControlOption(control).getStream()?.setRevision('9');
      }),
    ).toEqual([FIRST_STREAM_POSITION, LAST_STREAM_POSITION]);
  });

  it('filters finite reads of $all too, and counts what matches', async () => {
    await filled(stream, 5);
    await filled(`${stream}-other`, 5);
    const answers = await read(
      readRequest((options) => {
        const expression = new streamsPb.ReadReq.Options.FilterOptions.Expression().setPrefixList([`${stream}-other`]);
        ofAll(options)
          .setFilter(
            new streamsPb.ReadReq.Options.FilterOptions()
              .setStreamIdentifier(expression)
              .setMax(32)
              .setCheckpointintervalmultiplier(1),
          )
          .setCount('3');
      }),
    );

    expect(answers.map((answer) => answer.getEvent()?.getEvent()?.getStreamRevision())).toEqual(['0', '1', '2']);
  });

  it.each([
    ['no uuid option', (o: streamsPb.ReadReq.Options) => void ofAll(o).setUuidOption(undefined)],
    ['neither stream nor $all', () => undefined],
    [
      'a backwards subscription',
      (o: streamsPb.ReadReq.Options) =>
        void ofAll(o).setSubscription(new streamsPb.ReadReq.Options.SubscriptionOptions()).setReadDirection(1),
    ],
    [
      'a filtered stream',
      (o: streamsPb.ReadReq.Options) => void ofStream(o).setFilter(new streamsPb.ReadReq.Options.FilterOptions()),
    ],
    [
      'a filter of nothing',
      (o: streamsPb.ReadReq.Options) => void ofAll(o).setFilter(new streamsPb.ReadReq.Options.FilterOptions()),
    ],
    [
      'a multiplier of 0',
      (o: streamsPb.ReadReq.Options) =>
        void ofAll(o).setFilter(
          new streamsPb.ReadReq.Options.FilterOptions().setEventType(
            new streamsPb.ReadReq.Options.FilterOptions.Expression().setRegex('.'),
          ),
        ),
    ],
    [
      'a broken pattern',
      (o: streamsPb.ReadReq.Options) =>
        void ofAll(o).setFilter(
          new streamsPb.ReadReq.Options.FilterOptions()
            .setCheckpointintervalmultiplier(1)
            .setEventType(new streamsPb.ReadReq.Options.FilterOptions.Expression().setRegex('(')),
        ),
    ],
  ])('refuses %s', async (_what, change) => {
    await expect(read(readRequest(change))).rejects.toMatchObject({ code: status.INVALID_ARGUMENT });
  });
});

describe('credentials', () => {
  const withHeader = (value: string) => {
    const metadata = new Metadata();
    metadata.set('authorization', value);
    return metadata;
  };
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

  it.each([basic('AzureDiamond:hunter2'), 'Basic ???', 'Bearer abc'])('such as %s are refused', async (header) => {
    await expect(
      read(
        readRequest((options) => void ofAll(options)),
        withHeader(header),
      ),
    ).rejects.toMatchObject({
      code: status.UNAUTHENTICATED,
    });
  });

  it('of the built-in administrator are accepted', async () => {
    const answers = await read(
      readRequest((options) => void ofAll(options)),
      withHeader(basic('admin:changeit')),
    );
    expect(answers.length).toBeGreaterThan(0);
  });
});

describe('what the server says of itself', () => {
  it('is exactly what it can do', async () => {
    const client = new featuresGrpc.ServerFeaturesClient(address, credentials.createInsecure());
    const features = await new Promise<{ version: string; methods: string[] }>((resolve, reject) => {
      client.getSupportedMethods(empty(), (error, answer) =>
        error
          ? reject(error)
          : resolve({
              version: answer.getEventStoreServerVersion(),
              methods: answer
                .getMethodsList()
                .map((m) => `${m.getServiceName()}/${m.getMethodName()} ${m.getFeaturesList().join()}`.trim()),
            }),
      );
    });
    client.close();

    expect(features.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(features.methods).toEqual([
      'event_store.client.streams.streams/read position,events',
      'event_store.client.streams.streams/append',
      'event_store.client.streams.streams/delete',
      'event_store.client.streams.streams/tombstone',
      'event_store.client.streams.streams/batchappend',
      'event_store.client.gossip.gossip/read',
      'event_store.client.server_features.serverfeatures/getsupportedmethods',
    ]);
  });

  it('is a cluster of one leader where it listens', async () => {
    const client = new gossipGrpc.GossipClient(address, credentials.createInsecure());
    const members = await new Promise<unknown[]>((resolve, reject) => {
      client.read(empty(), (error, answer) => (error ? reject(error) : resolve(answer.toObject().membersList)));
    });
    client.close();

    expect(members).toMatchObject([
      { state: 8, isAlive: true, httpEndPoint: { address: '127.0.0.1', port: eventStore.server.port } },
    ]);
  });

  it('is UNIMPLEMENTED for persistent subscriptions', async () => {
    const client = new persistentGrpc.PersistentSubscriptionsClient(address, credentials.createInsecure());
    const failure = await new Promise<ServiceError | null>((resolve) => {
      client.create(new persistentPb.CreateReq(), (error) => resolve(error));
    });
    client.close();

    expect(failure?.code).toBe(status.UNIMPLEMENTED);
  });
});
