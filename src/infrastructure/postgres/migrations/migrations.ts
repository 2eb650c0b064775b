import type { Migration } from './migration.js';
import { ops0001 } from './0001_ops.js';
import { busOffsetEvents0110 } from './0110_bus_offset_events.js';
import { processMetrics0120 } from './0120_process_metrics.js';
import { loginFailures0201 } from './0201_login_failures.js';
import { awbChecks0310 } from './0310_awb_checks.js';
import { administration0350 } from './0350_administration.js';
import { operationalLists0351 } from './0351_operational_lists.js';
import { acknowledgeFailures0352 } from './0352_acknowledge_failures.js';
import { loginFailuresByDigest0353 } from './0353_login_failures_by_digest.js';
import { conditions0360 } from './0360_conditions.js';
import { masterKey0361 } from './0361_master_key.js';
import { restores0362 } from './0362_restores.js';
import { demonstrationLeft0370 } from './0370_demonstration_left.js';
import { unreadableRows0380 } from './0380_unreadable_rows.js';
import { revisions0390 } from './0390_revisions.js';
import { heldFacts0400 } from './0400_held_facts.js';

/** Every migration of `ops`, in order. A file that is not listed here does not run. */
export const migrations: readonly Migration[] = [
  ops0001,
  busOffsetEvents0110,
  processMetrics0120,
  loginFailures0201,
  awbChecks0310,
  administration0350,
  operationalLists0351,
  acknowledgeFailures0352,
  loginFailuresByDigest0353,
  conditions0360,
  masterKey0361,
  restores0362,
  demonstrationLeft0370,
  unreadableRows0380,
  revisions0390,
  heldFacts0400,
];
