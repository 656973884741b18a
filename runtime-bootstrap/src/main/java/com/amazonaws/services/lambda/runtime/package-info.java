/**
 * Takes the place of two classes of AWS's aws-lambda-java-core, which stands behind this jar on the
 * class path. AWS's own are given their logger by reflection when the function starts; these ask
 * for it when it is needed, so that a start costs nothing.
 *
 * <p>It is not null-marked as a whole, since that would speak for AWS's own classes, too.
 */
package com.amazonaws.services.lambda.runtime;
