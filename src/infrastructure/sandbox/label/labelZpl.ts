import type { Awb, AwbParcel } from '../model.js';

/** A small label in the printers' own language; `^CI28` makes it read UTF-8. */
export const labelZpl = (awb: Awb, parcel: AwbParcel): string => {
  const text = (value: string): string => value.replace(/[\^~]/g, ' ');
  return [
    '^XA',
    '^CI28',
    `^FO40,40^A0N,40,40^FD${text(awb.courierName)}^FS`,
    `^FO40,100^A0N,28,28^FD${text(awb.receiver.name)}^FS`,
    `^FO40,140^A0N,28,28^FD${text(awb.receiver.street)}^FS`,
    `^FO40,180^A0N,28,28^FD${text(awb.receiver.city)}, ${text(awb.receiver.county)}^FS`,
    `^FO40,240^BY2^BCN,120,Y,N,N^FD${parcel.barcode}^FS`,
    '^XZ',
  ].join('\n');
};
