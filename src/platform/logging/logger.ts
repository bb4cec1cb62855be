import type { LoggerService } from '@nestjs/common';
import { pino, type Logger as PinoLogger } from 'pino';
import type { LogLevel } from '../config.js';
import { maskIdentityNumbers } from '../privacy/mask.js';

/** Fields that hold people's data wherever they stand; bodies are never logged in the first place. */
const personalFields = ['name', 'firstName', 'lastName', 'email', 'phone', 'birthYear', 'birthDate', 'address', 'password', 'authorization', 'cookie'];

export function createLogger(level: LogLevel): PinoLogger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: personalFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[fjernet]' },
    // Last line of defence: whatever a message quotes, no identity number leaves the process.
    hooks: { streamWrite: maskIdentityNumbers },
  });
}

/** Lets Nest and our own `Logger` instances write through pino. */
export class NestLogger implements LoggerService {
  constructor(private readonly pino: PinoLogger) {}

  log(message: unknown, ...rest: unknown[]): void { this.write(isAssembly(rest) ? 'debug' : 'info', message, rest); }
  error(message: unknown, ...rest: unknown[]): void { this.write('error', message, rest); }
  warn(message: unknown, ...rest: unknown[]): void { this.write('warn', message, rest); }
  debug(message: unknown, ...rest: unknown[]): void { this.write('debug', message, rest); }
  verbose(message: unknown, ...rest: unknown[]): void { this.write('debug', message, rest); }
  fatal(message: unknown, ...rest: unknown[]): void { this.write('fatal', message, rest); }

  /** Nest passes the context last; errors may come with a stack before it. */
  private write(level: 'fatal' | 'error' | 'warn' | 'info' | 'debug', message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    const fields = typeof message === 'object' && message !== null ? message : { msg: String(message) };
    const stack = rest.length > 1 && level === 'error' ? { stack: String(rest[0]) } : {};
    this.pino[level]({ ...(typeof context === 'string' ? { context } : {}), ...stack, ...fields });
  }
}

const assembly: ReadonlySet<unknown> = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** Nest tells of every module and route it puts together. */
const isAssembly = (rest: readonly unknown[]): boolean => assembly.has(rest.at(-1));
