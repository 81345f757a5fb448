/** Where the operations for private keys are. */
export const API_PATH = '/v1'

/** Where the operations for public keys are. */
export const PUBLIC_PATH = `${API_PATH}/public`
