// Waits for what has to come, as long as a loaded machine may need.
import { expect } from 'vitest';
import { PATIENCE } from '../helpers/browser.ts';

/** `await eventually(read).toBe(value)`: read again and again until it holds. */
export const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: PATIENCE });
