import { randomUUID } from 'node:crypto';
import type { handleUnaryCall } from '@grpc/grpc-js';
import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';
import type sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import { uuidMessage } from './wire.js';

const instanceId = randomUUID();

/** A cluster of one, whose leader we are, reachable where we listen. */
export const gossipCall =
  (address: () => { host: string; port: number }): handleUnaryCall<sharedPb.Empty, gossipPb.ClusterInfo> =>
  (_call, callback) => {
    const { host, port } = address();
    const member = new gossipPb.MemberInfo()
      .setInstanceId(uuidMessage(instanceId))
      .setTimeStamp((BigInt(Date.now()) * 10_000n).toString())
      .setState(gossipPb.MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new gossipPb.EndPoint().setAddress(host).setPort(port));
    callback(null, new gossipPb.ClusterInfo().setMembersList([member]));
  };
