// Finds the buffers of a message that may be handed over instead of copied.
import type { Transferable } from 'node:worker_threads';

/** Smaller ones are cheaper to copy than to hand over. */
const WORTH_IT = 16_384;

/**
 * The buffers of all byte arrays in a message, to any depth of plain objects and lists. Only whole buffers: a view on a
 * part would take its neighbours along.
 */
export function buffersOf(value: unknown, found: Transferable[] = []): Transferable[] {
  if (ArrayBuffer.isView(value)) {
    const { buffer } = value;
    if (buffer instanceof ArrayBuffer && value.byteLength === buffer.byteLength && buffer.byteLength >= WORTH_IT)
      found.push(buffer);
  } else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) buffersOf(part, found);
  return found;
}
