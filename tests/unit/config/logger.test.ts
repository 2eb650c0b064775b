import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../../../src/infrastructure/logging/logger.js';

const logged = (fields: object, level = 'info'): Record<string, unknown>[] => {
  const lines: string[] = [];
  const logger = createLogger({ name: 'api', level, destination: { write: (line) => void lines.push(line) } });
  logger.info(fields, 'something happened');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('the log', () => {
  it('is one JSON object a line with the process and a UTC time', () => {
    const [line] = logged({ order_id: '5200000001' });
    expect(line).toMatchObject({ level: 'info', process: 'api', msg: 'something happened', order_id: '5200000001' });
    expect(line?.['time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it.each([
    [{ password: 'hunter22' }],
    [{ headers: { authorization: 'Basic hunter22' } }],
    [{ req: { headers: { cookie: 'hunter22' } } }],
    [{ body: { customer: { name: 'hunter22', phone_1: 'hunter22' } } }],
    [{ order: { data: { personal: { email: 'hunter22' } } } }],
  ])('does not repeat the secret of %j', (fields) => {
    expect(JSON.stringify(logged(fields))).not.toContain('hunter22');
  });

  it('cuts the password out of a connection string in an error', () => {
    const [line] = logged({ err: new Error('cannot reach postgres://magflow:hunter22@127.0.0.1:5432/magflow') });
    expect(JSON.stringify(line)).not.toContain('hunter22');
    expect(line?.['err']).toMatchObject({
      message: 'cannot reach postgres://magflow:[redacted]@127.0.0.1:5432/magflow',
    });
  });

  it('leaves the connection out that the database driver hangs on its errors', () => {
    const [line] = logged({
      err: Object.assign(new Error('broken'), { code: '57P01', client: { query: 'hunter22' } }),
    });
    expect(line?.['err']).toMatchObject({ message: 'broken', code: '57P01' });
    expect(JSON.stringify(line)).not.toContain('hunter22');
  });

  it('leaves out what is below its level', () => {
    expect(logged({}, 'warn')).toEqual([]);
  });
});
