/** The check of an event of one of forty types: eight things to which five things happen. */

type Properties = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let index = 0; index < value.length; index += 1) if (typeof value[index] !== 'string') return false
  return true
}

function isChange({ previous, fields }: Properties): boolean {
  return typeof previous === 'string' && isTexts(fields)
}

function isDeletion({ reason }: Properties): boolean {
  return reason === undefined || typeof reason === 'string'
}

function isMove({ from, to }: Properties): boolean {
  return typeof from === 'string' && typeof to === 'string'
}

/** Whether a value is an event. */
export function is(value: unknown): boolean {
  if (!isObject(value)) return false
  const { type, id, at } = value
  if (typeof id !== 'string' || !Number.isInteger(at)) return false
  switch (type) {
    case 'order.created':
    case 'customer.created':
    case 'invoice.created':
    case 'product.created':
    case 'payment.created':
    case 'shipment.created':
    case 'refund.created':
    case 'ticket.created':
      return isObject(value.data)
    case 'order.changed':
    case 'customer.changed':
    case 'invoice.changed':
    case 'product.changed':
    case 'payment.changed':
    case 'shipment.changed':
    case 'refund.changed':
    case 'ticket.changed':
      return isChange(value)
    case 'order.deleted':
    case 'customer.deleted':
    case 'invoice.deleted':
    case 'product.deleted':
    case 'payment.deleted':
    case 'shipment.deleted':
    case 'refund.deleted':
    case 'ticket.deleted':
      return isDeletion(value)
    case 'order.moved':
    case 'customer.moved':
    case 'invoice.moved':
    case 'product.moved':
    case 'payment.moved':
    case 'shipment.moved':
    case 'refund.moved':
    case 'ticket.moved':
      return isMove(value)
    case 'order.noted':
    case 'customer.noted':
    case 'invoice.noted':
    case 'product.noted':
    case 'payment.noted':
    case 'shipment.noted':
    case 'refund.noted':
    case 'ticket.noted':
      return typeof value.note === 'string'
    default:
      return false
  }
}
