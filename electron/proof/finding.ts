// What a check of a file found: one sentence each, in both languages, and whether it breaks the file.
import type { Finding } from '../../shared/contract/methods.ts';

export const holds = (vi: string, en: string): Finding => ({ level: 'holds', vi, en });
export const note = (vi: string, en: string): Finding => ({ level: 'note', vi, en });
export const broken = (vi: string, en: string): Finding => ({ level: 'broken', vi, en });
export const breaks = (findings: readonly Finding[]): boolean => findings.some(({ level }) => level === 'broken');
