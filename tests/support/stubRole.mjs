// Stands in for `magflow role`: an API that only knows its health, or a worker that only waits. Asked for a crash, it
// crashes; it tells what it was started with at /environment.
import { createServer } from 'node:http';

const roles = process.argv[process.argv.indexOf('--roles') + 1];
const supervisor = Number(process.env.MAGFLOW_SUPERVISOR_PID);
setInterval(() => {
  if (process.ppid !== supervisor) process.exit(1);
}, 250).unref();
process.on('SIGTERM', () => process.exit(0));

if (roles === 'api') {
  const server = createServer((request, response) => {
    if (request.url === '/environment') response.end(JSON.stringify(process.env));
    else response.end('{"status":"ok","checks":{}}');
  });
  server.listen(Number(process.env.MAGFLOW_PORT), process.env.MAGFLOW_HOST, () => {
    process.stdout.write('One-time admin password: correct-horse\n');
    process.stdout.write(`${JSON.stringify({ ready: true, port: server.address().port })}\n`);
  });
} else {
  setInterval(() => undefined, 1_000);
  process.stdout.write('{"ready":true}\n');
}
