/**
 * Traces a client with OpenTelemetry: a span for each request, in the terms of its semantic conventions for HTTP clients.
 * Prints the spans of a few calls against the local emulator: `npx tsx examples/opentelemetry.ts`.
 */
import { type Span, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api'
import { BasicTracerProvider, ConsoleSpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { startEmulator } from '../src/emulator/index.js'
import { type Hooks, NotFoundError, PipecatCloud } from '../src/index.js'

/** Hooks that make a span of each request. A call may have several, one for each attempt. */
export function tracing(tracer: Tracer): Hooks {
  const spans = new Map<symbol, Span>()
  const end = (call: symbol, finish: (span: Span) => void): void => {
    const span = spans.get(call)
    if (span === undefined) return
    spans.delete(call)
    finish(span)
    span.end()
  }
  const fail = (call: symbol, error: unknown): void =>
    end(call, (span) => {
      if (error instanceof Error) span.recordException(error)
      span.setStatus({ code: SpanStatusCode.ERROR })
    })
  return {
    onRequest: ({ call, operation, attempt, method, url }) => {
      const attributes = {
        'http.request.method': method,
        'url.full': url,
        'server.address': new URL(url).hostname,
        ...(attempt > 1 && { 'http.request.resend_count': attempt - 1 }),
      }
      spans.set(call, tracer.startSpan(operation, { kind: SpanKind.CLIENT, attributes }))
    },
    onResponse: ({ call, status }) =>
      end(call, (span) => {
        span.setAttribute('http.response.status_code', status)
        if (status >= 400) span.setStatus({ code: SpanStatusCode.ERROR })
      }),
    onRetry: ({ call, error }) => fail(call, error),
    onError: ({ call, error }) => fail(call, error),
  }
}

const provider = new BasicTracerProvider({
  spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())],
})
const emulator = await startEmulator()
try {
  const pipecat = new PipecatCloud({
    apiKey: 'any-key-will-do',
    baseUrl: emulator.url,
    ...tracing(provider.getTracer('pipecat-cloud-client')),
  })
  await pipecat.agents.create({
    serviceName: 'voice-starter',
    image: 'your-dockername/voice-starter:0.1',
  })
  await pipecat.agents.get('nobody').catch((error: unknown) => {
    if (!(error instanceof NotFoundError)) throw error
  })
} finally {
  await emulator.close()
  await provider.shutdown()
}
