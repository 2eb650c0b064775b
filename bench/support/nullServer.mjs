// Answers every append at once and stores nothing: what remains is the client, the wire and the messages.
import { Server, ServerCredentials } from '@grpc/grpc-js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';

const server = new Server();
let position = 0;
server.addService(featuresGrpc.ServerFeaturesService, {
  getSupportedMethods: (_call, callback) =>
    callback(
      null,
      new featuresPb.SupportedMethods()
        .setEventStoreServerVersion('24.10.4')
        .setMethodsList([
          new featuresPb.SupportedMethod()
            .setServiceName('event_store.client.streams.streams')
            .setMethodName('batchappend'),
        ]),
    ),
});
const notHere = (_call, callback) => callback({ code: 12, details: 'not here' });
server.addService(streamsGrpc.StreamsService, {
  append: notHere,
  delete: notHere,
  tombstone: notHere,
  read: (call) => call.end(),
  batchAppend: (call) => {
    call.on('data', (request) => {
      const text = String(position++);
      call.write(
        new streamsPb.BatchAppendResp()
          .setCorrelationId(request.getCorrelationId())
          .setStreamIdentifier(request.getOptions().getStreamIdentifier())
          .setSuccess(
            new streamsPb.BatchAppendResp.Success()
              .setCurrentRevision(text)
              .setPosition(new sharedPb.AllStreamPosition().setCommitPosition(text).setPreparePosition(text)),
          ),
      );
    });
    call.on('end', () => call.end());
  },
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(JSON.stringify({ ready: true, url: `esdb://127.0.0.1:${port}?tls=false` }));
});
process.on('SIGTERM', () => server.forceShutdown());
